// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/curl_loop.h"

#include <QSocketNotifier>

#include <algorithm>
#include <limits>

namespace drydock {
namespace {

/// Both directions of one socket.
class SocketWatch : public QObject {
public:
    explicit SocketWatch(curl_socket_t socket)
        : read(socket, QSocketNotifier::Read)
        , write(socket, QSocketNotifier::Write)
    {
        setDirections(CURL_POLL_NONE);
    }

    void setDirections(int what)
    {
        read.setEnabled(what == CURL_POLL_IN || what == CURL_POLL_INOUT);
        write.setEnabled(what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
    }

    QSocketNotifier read;
    QSocketNotifier write;
};

bool initialized()
{
    // Once for the process, as libcurl wants it; it is never taken down, for its threads may outlive main().
    static const bool isDone = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return isDone;
}

} // namespace

CurlLoop::CurlLoop()
    : m_multi(initialized() ? curl_multi_init() : nullptr)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { act(CURL_SOCKET_TIMEOUT, 0); });
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::onTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
}

CurlLoop::~CurlLoop()
{
    curl_multi_cleanup(m_multi);
}

bool CurlLoop::add(CURL *handle, CurlTransfer *transfer)
{
    curl_easy_setopt(handle, CURLOPT_PRIVATE, transfer);
    return m_multi != nullptr && curl_multi_add_handle(m_multi, handle) == CURLM_OK;
}

void CurlLoop::remove(CURL *handle)
{
    curl_multi_remove_handle(m_multi, handle);
}

int CurlLoop::onSocket(CURL *, curl_socket_t socket, int what, void *loop, void *known)
{
    auto *self = static_cast<CurlLoop *>(loop);
    auto *watch = static_cast<SocketWatch *>(known);
    if (what == CURL_POLL_REMOVE) {
        if (watch != nullptr) {
            // It may be the one whose signal has led here.
            watch->setDirections(CURL_POLL_NONE);
            watch->deleteLater();
        }
        return 0;
    }
    if (watch == nullptr) {
        watch = new SocketWatch(socket);
        watch->setParent(self);
        connect(&watch->read, &QSocketNotifier::activated, self,
                [self, socket] { self->act(socket, CURL_CSELECT_IN); });
        connect(&watch->write, &QSocketNotifier::activated, self,
                [self, socket] { self->act(socket, CURL_CSELECT_OUT); });
        curl_multi_assign(self->m_multi, socket, watch);
    }
    watch->setDirections(what);
    return 0;
}

int CurlLoop::onTimer(CURLM *, long milliseconds, void *loop)
{
    auto *self = static_cast<CurlLoop *>(loop);
    if (milliseconds < 0)
        self->m_timer.stop();
    else
        self->m_timer.start(static_cast<int>(std::min<long>(milliseconds, std::numeric_limits<int>::max())));
    return 0;
}

void CurlLoop::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, events, &running);
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        // The message is gone once its handle is removed.
        const CURLcode code = message->data.result;
        void *transfer = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
        static_cast<CurlTransfer *>(transfer)->transferEnded(code);
    }
}

} // namespace drydock
