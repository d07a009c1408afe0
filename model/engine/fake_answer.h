// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/fake_engine_client.h"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace drydock {

/// Ends in whatever it is told, unless nobody wants to hear it any more.
template <typename T>
class FakeAnswer final : public JobOf<T> {
public:
    using JobOf<T>::JobOf;

    void abort() override { m_isAborted = true; }
    void deliver(Result<T> result)
    {
        if (!m_isAborted)
            this->finish(std::move(result));
    }

private:
    bool m_isAborted = false;
};

inline tl::unexpected<Error> noSuchImage(const std::string &image)
{
    auto no = refusal(QT_TRANSLATE_NOOP("engine", "The engine has no image “%1”."), {image});
    no.value().detail = "No such image: " + image;
    return no;
}

inline tl::unexpected<Error> noSuchContainer(const std::string &container)
{
    auto no = refusal(QT_TRANSLATE_NOOP("engine", "The engine has no container “%1”."), {container});
    no.value().detail = "No such container: " + container;
    return no;
}

/// \param label "key", "key=value" or empty.
template <typename Labels>
bool hasLabel(const Labels &labels, const std::string &label)
{
    if (label.empty())
        return true;
    const std::size_t equals = label.find('=');
    const std::string key = label.substr(0, equals);
    return std::any_of(labels.begin(), labels.end(), [&](const auto &one) {
        return one.first == key && (equals == std::string::npos || one.second == label.substr(equals + 1));
    });
}

template <typename T>
JobPtr<T> FakeEngineClient::answer(const std::string &call, const std::string &argument,
                                   std::function<Result<T>()> question)
{
    note(call, argument);
    auto *const job = new FakeAnswer<T>;
    whenFree(job, [this, job, call, argument, question = std::move(question)] {
        const Error *const failure = failureOf(call, argument);
        job->deliver(failure ? Result<T>(tl::unexpected<Error>(*failure)) : question());
    });
    return JobPtr<T>(job);
}

} // namespace drydock
