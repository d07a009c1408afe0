// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/engine/registry_cache.h"
#include "tests/model/engine/fake_registry.h"

#include <QByteArray>

/// JSON that is written with ' for ".
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

inline QByteArray digestOfBytes(const QByteArray &bytes)
{
    return QByteArray::fromStdString(
        drydock::digestOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}));
}

/// An image of two platforms in one repository.
struct SampleImage {
    QByteArray config
        = json("{'architecture':'amd64','os':'linux','config':{'Cmd':['sh']},'rootfs':{'diff_ids':[]},"
               "'history':[{'created_by':'ADD x'}]}");
    QByteArray manifest
        = json("{'schemaVersion':2,'config':{'digest':'" + digestOfBytes(config)
               + "','size':1},'layers':[{'digest':'" + digestOfBytes("layer") + "','size':1068932}]}");
    QByteArray arm
        = json("{'schemaVersion':2,'config':{'digest':'" + digestOfBytes("arm")
               + "','size':1},'layers':[{'digest':'" + digestOfBytes("layer") + "','size':900000}]}");
    QByteArray index = json(
        "{'schemaVersion':2,'manifests':[{'digest':'" + digestOfBytes(manifest)
        + "','size':9,'platform':{'os':'linux','architecture':'amd64'}},{'digest':'" + digestOfBytes(arm)
        + "','size':9,'platform':{'os':'linux','architecture':'arm64','variant':'v8'}}]}");

    FakeRegistry::Answer answer(const FakeRegistry::Request &request) const
    {
        const QByteArray name = request.target.mid(request.target.lastIndexOf('/') + 1);
        if (request.target.contains("/manifests/") && !request.header("accept").contains("index.v1+json"))
            return {200,
                    "Content-Type: "
                    "application/vnd.docker.distribution.manifest.v1+prettyjws\r\nDocker-Content-Digest: "
                        + digestOfBytes("old") + "\r\n",
                    json("{'schemaVersion':1}")};
        for (const QByteArray &each : {config, manifest, arm, index}) {
            if (name == digestOfBytes(each) || (name == "1" && each == index))
                return {200, "Docker-Content-Digest: " + digestOfBytes(each) + "\r\n", each};
        }
        return {404, {}, json("{'errors':[{'code':'MANIFEST_UNKNOWN','message':'manifest unknown'}]}")};
    }
};
