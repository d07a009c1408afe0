// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace drydock::app {
namespace {

constexpr QSize defaultPicture(1600, 1000);
constexpr int usageError = 2;

[[noreturn]] void refuse(const QString &sentence)
{
    std::fprintf(stderr, "drydock: %s\n", sentence.toLocal8Bit().constData());
    std::exit(usageError);
}

QString words(const char *text)
{
    return QCoreApplication::translate("arguments", text);
}

QSize sizeOf(const QString &value)
{
    const QStringList parts = value.split(u'x');
    bool isWidth = false;
    bool isHeight = false;
    const QSize size(parts.value(0).toInt(&isWidth), parts.value(1).toInt(&isHeight));
    constexpr int smallest = 100;
    constexpr int largest = 16'000;
    if (parts.size() != 2 || !isWidth || !isHeight || size.width() < smallest || size.height() < smallest
        || size.width() > largest || size.height() > largest)
        refuse(words("--size wants WIDTHxHEIGHT, such as 1600x1000."));
    return size;
}

} // namespace

Arguments Arguments::of(const QStringList &given)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        words("Shows the stages of a Dockerfile beside its text, both editable."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), words("Dockerfiles, or folders that hold some."),
                                 QStringLiteral("[FILE…]"));
    const QCommandLineOption target(QStringLiteral("target"), words("Show the build of stage NAME."),
                                    QStringLiteral("NAME"));
    const QCommandLineOption buildArg(QStringLiteral("build-arg"), words("Set a build argument."),
                                      QStringLiteral("NAME=VALUE"));
    const QCommandLineOption theme(QStringLiteral("theme"), words("auto, light, dark or high-contrast."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        words("Write a picture of the window to PNG, without showing it."),
                                        QStringLiteral("PNG"));
    const QCommandLineOption size(QStringLiteral("size"),
                                  words("Size of the picture, 1600x1000 if not given."),
                                  QStringLiteral("WIDTHxHEIGHT"));
    parser.addOptions({target, buildArg, theme, screenshot, size});
    parser.process(given);

    Arguments arguments;
    arguments.files = parser.positionalArguments();
    arguments.options.target = parser.value(target).toStdString();
    for (const QString &pair : parser.values(buildArg)) {
        const qsizetype equals = pair.indexOf(u'=');
        const QString name = pair.left(equals);
        if (name.isEmpty())
            refuse(words("--build-arg wants NAME=VALUE."));
        // Without a value it comes from the environment, as with docker.
        const QString value
            = equals < 0 ? qEnvironmentVariable(name.toLocal8Bit().constData()) : pair.mid(equals + 1);
        if (equals >= 0 || qEnvironmentVariableIsSet(name.toLocal8Bit().constData()))
            arguments.options.buildArgs[name.toStdString()] = value.toStdString();
    }
    if (parser.isSet(theme)) {
        ThemeChoice choice = ThemeChoice::Auto;
        if (!readThemeChoice(parser.value(theme), choice))
            refuse(words("--theme wants auto, light, dark or high-contrast."));
        arguments.theme = choice;
    }
    if (parser.isSet(screenshot)) {
        arguments.screenshot = parser.value(screenshot);
        if (arguments.screenshot.isEmpty())
            refuse(words("--screenshot wants the name of a PNG file."));
    }
    arguments.size = parser.isSet(size) ? sizeOf(parser.value(size)) : defaultPicture;
    return arguments;
}

} // namespace drydock::app
