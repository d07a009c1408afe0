// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/engine/known_images.h"

#include <QDate>
#include <QSysInfo>

#include <algorithm>
#include <utility>

namespace drydock {
namespace {

std::string today()
{
    return QDate::currentDate().toString(Qt::ISODate).toStdString();
}

/// Nothing for what is no image: variables without a value, "scratch".
std::optional<ImageReference> imageOf(std::string_view reference)
{
    auto image = parseImageReference(reference);
    if (!image || reference == "scratch")
        return std::nullopt;
    if (image->tag.empty() && image->digest.empty())
        image->tag = "latest";
    return std::move(*image);
}

std::string keyOf(const ImageReference &image)
{
    // Where there is a digest it alone decides.
    const std::string repository = image.domain + '/' + image.path;
    return image.digest.empty() ? repository + ':' + image.tag : repository + '@' + image.digest;
}

/// "node:24" of "node:24@sha256:…"; empty for what has no digest, or no tag beside it.
std::string withoutDigest(std::string_view reference)
{
    const auto image = parseImageReference(reference);
    if (!image || image->tag.empty() || image->digest.empty())
        return {};
    return std::string(reference.substr(0, reference.find('@')));
}

bool isSameRepository(const ImageReference &a, const ImageReference &b)
{
    return a.domain == b.domain && a.path == b.path;
}

ImageAnswer answerOfFacts(const ImageFacts &facts, const ImageReference &asked)
{
    ImageAnswer answer;
    answer.source = AnswerSource::Engine;
    answer.date = today();
    answer.config = facts.config;
    for (const std::string &each : facts.tags) {
        const auto tag = parseImageReference(each);
        if (tag && isSameRepository(*tag, asked))
            answer.tags.push_back(tag->tag);
    }
    // An image may be in several repositories, with a digest in each.
    for (const std::string &each : facts.digests) {
        const auto digest = parseImageReference(each);
        if (digest && isSameRepository(*digest, asked))
            answer.digest = digest->digest;
    }
    return answer;
}

} // namespace

KnownImages::KnownImages(RegistryClient *registry, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{ }

void KnownImages::setEngine(EngineClient *engine)
{
    m_engine = engine;
    m_questions.remove_if([](const Question &each) { return !each.image; });
    for (auto &[key, known] : m_known) {
        known.engine.reset();
        known.wasEngineAsked = false;
    }
    emit changed();
}

void KnownImages::askEngine(const std::vector<std::string> &references)
{
    for (const std::string &reference : references) {
        if (Known *known = knownFor(reference))
            askEngineFor(reference, *known);
    }
}

void KnownImages::ask(const std::vector<std::string> &references)
{
    askEngine(references);
    for (const std::string &reference : references) {
        if (Known *known = knownFor(reference))
            askRegistryFor(reference, *known);
        // A digest tells nothing of what its tag names by now.
        const std::string tagged = withoutDigest(reference);
        if (Known *known = tagged.empty() ? nullptr : knownFor(tagged))
            askRegistryFor(tagged, *known);
    }
}

std::optional<Error> KnownImages::problemWith(std::string_view reference) const
{
    const auto image = imageOf(reference);
    const auto found = image ? m_known.find(keyOf(*image)) : m_known.end();
    if (found != m_known.end() && found->second.problem)
        return found->second.problem;
    const std::string tagged = withoutDigest(reference);
    return tagged.empty() ? std::nullopt : problemWith(tagged);
}

std::optional<ImageAnswer> KnownImages::answerFor(std::string_view reference) const
{
    const auto image = imageOf(reference);
    const Known *found = image ? answered(*image) : nullptr;
    if (!found)
        return std::nullopt;
    const Known &known = *found;
    const bool isEngineOutdated
        = known.engine && known.registry && known.engine->digest != known.registry->digest;
    ImageAnswer answer = known.engine && !isEngineOutdated ? *known.engine : *known.registry;
    if (known.registry)
        answer.packedBytes = known.registry->packedBytes;
    for (const auto &[key, other] : m_known) {
        const ImageAnswer *said = other.registry ? &*other.registry : other.engine ? &*other.engine : nullptr;
        if (!said || said->digest.empty() || said->digest != answer.digest
            || !isSameRepository(other.image, *image))
            continue;
        if (!other.image.tag.empty() && std::ranges::find(answer.tags, other.image.tag) == answer.tags.end())
            answer.tags.push_back(other.image.tag);
    }
    return answer;
}

const KnownImages::Known *KnownImages::answered(const ImageReference &image) const
{
    const auto hasAnswer = [](const Known &known) { return known.engine || known.registry; };
    if (const auto exact = m_known.find(keyOf(image)); exact != m_known.end() && hasAnswer(exact->second))
        return &exact->second;
    // What was asked for by its tag answers for its digest, too: that is what pinning makes of it.
    const auto isIt = [&](const std::optional<ImageAnswer> &answer) {
        return answer
            && (image.digest.empty() ? std::ranges::find(answer->tags, image.tag) != answer->tags.end()
                                     : answer->digest == image.digest);
    };
    for (const auto &[key, other] : m_known) {
        const auto &said = other.registry ? other.registry : other.engine;
        if (isSameRepository(other.image, image) && isIt(said))
            return &other;
    }
    return nullptr;
}

KnownImages::Known *KnownImages::knownFor(const std::string &reference)
{
    const auto image = imageOf(reference);
    if (!image)
        return nullptr;
    Known &known = m_known[keyOf(*image)];
    known.image = *image;
    return &known;
}

void KnownImages::askEngineFor(const std::string &reference, Known &known)
{
    if (!m_engine || std::exchange(known.wasEngineAsked, true))
        return;
    const QuestionPlace question = m_questions.insert(
        m_questions.end(), {keyOf(known.image), m_engine->inspectImage(reference), {}, {}});
    connect(question->facts.get(), &Job::finished, this, [this, question] { takeFacts(question); });
}

void KnownImages::takeFacts(QuestionPlace question)
{
    const Result<ImageFacts> facts = question->facts->result();
    Known &known = m_known[question->key];
    // Not to have an image is no problem: most bases have never been pulled.
    if (!facts || !m_engine)
        return end(question);
    known.engine = answerOfFacts(*facts, known.image);
    question->history = m_engine->history(facts->id);
    connect(question->history.get(), &Job::finished, this, [this, question] {
        const Result<std::vector<HistoryEntry>> &history = question->history->result();
        if (Known &of = m_known[question->key]; history && of.engine)
            of.engine->bytes = sizeOf(*history);
        end(question);
    });
}

void KnownImages::askRegistryFor(const std::string &reference, Known &known)
{
    const std::string key = keyOf(known.image);
    const auto isAsked = [&](const Question &each) { return each.image && each.key == key; };
    if (!m_registry || std::ranges::any_of(m_questions, isAsked))
        return;
    const QuestionPlace question
        = m_questions.insert(m_questions.end(), {key, {}, {}, m_registry->image(reference, platform())});
    connect(question->image.get(), &Job::finished, this, [this, question] {
        const Result<RegistryImage> &image = question->image->result();
        Known &of = m_known[question->key];
        of.problem = image ? std::nullopt : std::optional(image.error());
        if (image) {
            ImageAnswer answer;
            answer.source = AnswerSource::Registry;
            answer.date = today();
            answer.config = image->config.config;
            answer.digest = image->digest;
            answer.packedBytes = image->downloadBytes;
            of.registry = std::move(answer);
        }
        end(question);
    });
}

void KnownImages::end(QuestionPlace question)
{
    m_questions.erase(question);
    emit changed();
}

ImagePlatform KnownImages::platform() const
{
    if (m_engine && !m_engine->facts().architecture.empty())
        return {m_engine->facts().os, m_engine->facts().architecture, {}};
    const bool isArm = QSysInfo::currentCpuArchitecture() == "arm64";
    return {"linux", isArm ? "arm64" : "amd64", {}};
}

} // namespace drydock
