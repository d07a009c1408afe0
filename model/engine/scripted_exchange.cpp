// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/scripted_exchange.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace drydock {

namespace {

constexpr std::size_t mostPerPart = std::size_t {64} * 1024;

} // namespace

ScriptedExchange::ScriptedExchange(ExchangeScript script, std::function<void()> atEnd, QObject *parent)
    : HttpExchange(parent)
    , m_script(std::move(script))
    , m_atEnd(std::move(atEnd))
{ }

void ScriptedExchange::start()
{
    schedule();
}

void ScriptedExchange::push(std::string piece)
{
    m_script.pieces.push_back(std::move(piece));
    schedule();
}

void ScriptedExchange::end()
{
    m_script.isEndless = false;
    schedule();
}

void ScriptedExchange::abort()
{
    m_isAborted = true;
}

void ScriptedExchange::setPaused(bool isPaused)
{
    m_isPaused = isPaused;
    if (!isPaused)
        schedule();
}

void ScriptedExchange::schedule()
{
    if (m_isScheduled || m_isAborted || isFinished())
        return;
    m_isScheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_isScheduled = false;
        if (!m_isAborted && !m_isPaused)
            turn();
    });
}

bool ScriptedExchange::isStreamed() const
{
    return m_script.delivery == Delivery::Streamed && m_script.status / 100 == 2;
}

void ScriptedExchange::turn()
{
    if (!m_hasStarted) {
        m_hasStarted = true;
        m_head.status = m_script.status;
        m_head.headers = m_script.headers;
        emit started();
        schedule();
    } else if (m_piece < m_script.pieces.size()) {
        playPart();
        schedule();
    } else if (m_script.breaksOff) {
        finish(tl::unexpected<Error>(*m_script.breaksOff));
    } else if (!m_script.isEndless) {
        if (m_atEnd)
            m_atEnd();
        HttpAnswer answer = m_head;
        answer.body = std::move(m_kept);
        finish(std::move(answer));
    }
}

void ScriptedExchange::playPart()
{
    const std::string &piece = m_script.pieces[m_piece];
    const std::size_t size = std::min(mostPerPart, piece.size() - m_offset);
    const QByteArray part(piece.data() + m_offset, static_cast<qsizetype>(size));
    m_offset += size;
    if (m_offset == piece.size()) {
        ++m_piece;
        m_offset = 0;
    }
    if (part.isEmpty())
        return;
    ++m_played;
    if (isStreamed())
        emit received(part);
    else
        m_kept.append(part.constData(), size);
}

} // namespace drydock
