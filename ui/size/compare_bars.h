// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/size/compared_size.h"
#include "ui/size/segments.h"

#include <QWidget>

#include <optional>

namespace drydock::ui {

/// Two stacked bars on one scale, or one alone, with the sentence that says what changed.
class CompareBars final : public QWidget {
    Q_OBJECT

public:
    explicit CompareBars(QWidget *parent = nullptr);

    /// \param before none: only what there is now.
    void setSizes(std::optional<ComparedSize> before, ComparedSize after, const WasteByLayer &waste);
    void setTheme(ThemeKind kind);

    /// "−98.8 % · 731 MB less: base image 690 MB, dependencies 35 MB".
    const QString &sentence() const { return m_sentence; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Bar {
        QString name;
        QString size;
        QString toolTip;
        bool isEstimate = false;
        std::vector<Segment> segments;
        std::uint64_t bytes = 0;
    };

    static Bar barOf(const ComparedSize &size, const QString &name, const WasteByLayer &waste);
    void say();
    QRectF lineOf(std::size_t bar) const; ///< The room of a bar's segments, at full scale.
    std::vector<QRectF> rectsOf(std::size_t bar) const;
    QString toolTipAt(QPoint place) const;
    void paintBar(QPainter &painter, std::size_t bar, const Theme &theme) const;
    int rowHeight() const;
    int namesWidth() const;
    int sizesWidth() const;
    double scale() const; ///< Bytes of a full line.

    std::vector<Bar> m_bars; ///< Before if there is one, then after.
    bool m_isComparable = true;
    QString m_sentence;
    ThemeKind m_theme = ThemeKind::Light;
};

/// What changed from one size to the other, in words; the other side's category words in order of bytes.
QString changeSentence(const ComparedSize &before, const ComparedSize &after);

} // namespace drydock::ui
