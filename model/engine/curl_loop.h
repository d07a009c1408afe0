// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <curl/curl.h>

#include <QObject>
#include <QTimer>

namespace drydock {

/// Hears that a transfer is over.
class CurlTransfer {
public:
    CurlTransfer() = default;
    CurlTransfer(const CurlTransfer &) = delete;
    CurlTransfer &operator=(const CurlTransfer &) = delete;
    virtual ~CurlTransfer() = default;

    /// Not from inside libcurl: handles may be removed.
    virtual void transferEnded(CURLcode code) = 0;
};

/// libcurl's multi interface on the Qt event loop: it says which sockets and which time it waits for.
class CurlLoop : public QObject {
public:
    CurlLoop();
    ~CurlLoop() override;

    /// Begins with the next turn of the event loop.
    /// \param handle, transfer borrowed until remove(). \returns false if libcurl has no memory.
    bool add(CURL *handle, CurlTransfer *transfer);
    /// \pre not from inside a callback of libcurl.
    void remove(CURL *handle);

private:
    static int onSocket(CURL *handle, curl_socket_t socket, int what, void *loop, void *watch);
    static int onTimer(CURLM *multi, long milliseconds, void *loop);
    void act(curl_socket_t socket, int events);

    CURLM *m_multi;
    QTimer m_timer;
};

} // namespace drydock
