// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/image_choice.h"

#include "ui/common/translated.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace drydock::app {

ImageChoice::ImageChoice(EngineClient &engine, QWidget *parent)
    : QDialog(parent)
    , m_images(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Choose an Image"));
    m_images->setEditable(true);
    m_images->setInsertPolicy(QComboBox::NoInsert);
    m_images->completer()->setFilterMode(Qt::MatchContains);
    m_images->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_images->setMinimumContentsLength(36);
    m_images->lineEdit()->setPlaceholderText(tr("name:tag or id"));
    auto *label = new QLabel(tr("&Image of the engine:"), this);
    label->setBuddy(m_images);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setText(tr("Asking the engine for its images…"));
    connect(m_images, &QComboBox::editTextChanged, this,
            [this] { m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!image().isEmpty()); });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_images);
    column->addWidget(m_note);
    column->addWidget(m_buttons);
    m_listing = engine.images({});
    connect(m_listing.get(), &Job::finished, this, [this] {
        const auto over = std::move(m_listing);
        if (over->result())
            fill(*over->result());
        else
            m_note->setText(ui::translated("engine", over->result().error().text));
    });
    m_images->setFocus();
}

void ImageChoice::fill(const std::vector<ImageSummary> &images)
{
    QStringList names;
    for (const ImageSummary &image : images) {
        for (const std::string &tag : image.tags) {
            // What Drydock calls the stages that it measures says nothing to anybody.
            if (tag.rfind("drydock/", 0) != 0 && tag != "<none>:<none>")
                names.append(QString::fromStdString(tag));
        }
    }
    names.sort(Qt::CaseInsensitive);
    // What was typed meanwhile stays.
    const QString typed = m_images->currentText();
    m_images->addItems(names);
    m_images->setEditText(typed);
    m_note->setText(names.isEmpty() ? tr("The engine has no image with a name. An id will do.")
                                    : tr("Nothing is pulled: the engine has to have it."));
}

QString ImageChoice::image() const
{
    return m_images->currentText().trimmed();
}

} // namespace drydock::app
