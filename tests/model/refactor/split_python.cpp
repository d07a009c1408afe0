// SPDX-FileCopyrightText: 2026 Drydock contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "split_case.h"

namespace drydock {
namespace {

const SplitCase pythonCases[] = {
    {"pip in the simple file",
     "FROM python:3.12-bookworm\nWORKDIR /app\nCOPY requirements.txt .\n"
     "RUN pip install --no-cache-dir -r requirements.txt\nCOPY . .\nEXPOSE 8000\n"
     "CMD [\"gunicorn\", \"-b\", \"0.0.0.0:8000\", \"app:app\"]\n",
     "FROM python:3.12-bookworm AS builder\nWORKDIR /app\nCOPY requirements.txt .\n"
     "RUN python -m venv /opt/venv\nENV PATH=/opt/venv/bin:$PATH\n"
     "RUN pip install --no-cache-dir -r requirements.txt\n\nFROM python:3.12-slim-bookworm\n"
     "ENV PATH=/opt/venv/bin:$PATH\nWORKDIR /app\nCOPY --from=builder /opt/venv /opt/venv\n"
     "COPY . .\nEXPOSE 8000\nCMD [\"gunicorn\", \"-b\", \"0.0.0.0:8000\", \"app:app\"]\n"},
    {"the same into the folders of the interpreter",
     "FROM python:3.12-bookworm\nWORKDIR /app\nCOPY requirements.txt .\n"
     "RUN pip install --no-cache-dir -r requirements.txt\nCOPY . .\n"
     "CMD [\"gunicorn\", \"app:app\"]\n",
     "FROM python:3.12-bookworm AS builder\nWORKDIR /app\nCOPY requirements.txt .\n"
     "RUN pip install --no-cache-dir -r requirements.txt\n\nFROM python:3.12-slim-bookworm\n"
     "WORKDIR /app\n"
     "COPY --from=builder /usr/local/lib/python3.12/site-packages /usr/local/lib/python3.12/site-packages\n"
     "COPY --from=builder /usr/local/bin /usr/local/bin\nCOPY . .\n"
     "CMD [\"gunicorn\", \"app:app\"]\n",
     {{"packages", "site-packages"}}},
    {"by wheels",
     "FROM python:3.12-bookworm\nWORKDIR /app\nCOPY requirements.txt .\n"
     "RUN pip install -U pip && python -m pip install --no-cache-dir --upgrade -r requirements.txt\nCOPY . "
     ".\n"
     "CMD [\"gunicorn\", \"app:app\"]\n",
     "FROM python:3.12-bookworm AS builder\nWORKDIR /app\nCOPY requirements.txt .\n"
     "RUN pip install -U pip && python -m pip wheel --wheel-dir=/wheels --no-cache-dir -r "
     "requirements.txt\n\n"
     "FROM python:3.12-slim-bookworm\nWORKDIR /app\n"
     "RUN --mount=type=bind,from=builder,source=/wheels,target=/wheels pip install --no-cache-dir --no-index "
     "/wheels/*.whl\nCOPY . .\nCMD [\"gunicorn\", \"app:app\"]\n",
     {{"packages", "wheels"}}},
    {"no wheels where the build runs the program",
     "FROM python:3.12-bookworm\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt && python "
     "manage.py "
     "compilemessages\nCMD [\"gunicorn\", \"app:app\"]\n",
     "FROM python:3.12-bookworm AS builder\nWORKDIR /app\nCOPY . .\nRUN python -m venv /opt/venv\nENV "
     "PATH=/opt/venv/bin:$PATH\nRUN pip install -r requirements.txt && python manage.py "
     "compilemessages\n\nFROM "
     "python:3.12-slim-bookworm\nENV PATH=/opt/venv/bin:$PATH\nWORKDIR /app\nCOPY --from=builder /opt/venv "
     "/opt/venv\nCOPY --from=builder /app /app\nCMD [\"gunicorn\", \"app:app\"]\n",
     {{"packages", "wheels"}}},
    {"sources first, headers, and lower case",
     "from python:3.12-slim-bookworm\n"
     "run apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev && rm -rf "
     "/var/lib/apt/lists/*\n"
     "add ./ /srv\nworkdir /srv\nrun pip3 install -r requirements.txt\ncmd python app.py\n",
     "from python:3.12-slim-bookworm as builder\n"
     "run apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev && rm -rf "
     "/var/lib/apt/lists/*\n"
     "add ./ /srv\nworkdir /srv\nrun python -m venv /opt/venv\nenv PATH=/opt/venv/bin:$PATH\n"
     "run pip3 install -r requirements.txt\n\nfrom python:3.12-slim-bookworm\n"
     "run apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf "
     "/var/lib/apt/lists/*\n"
     "env PATH=/opt/venv/bin:$PATH\nworkdir /srv\nadd ./ /srv\n"
     "copy --from=builder /opt/venv /opt/venv\ncmd python app.py\n"},
    {"an entry script, settings of the packages, users",
     "FROM python:3.11\nRUN apt-get update && apt-get install -y ffmpeg gcc\n"
     "COPY requirements.txt /tmp/requirements.txt\n"
     "RUN pip install -r /tmp/requirements.txt && useradd -u 1000 app && mkdir -p /data && chown app /data\n"
     "COPY entrypoint.sh /usr/local/bin/entrypoint\nRUN chmod +x /usr/local/bin/entrypoint\n"
     "WORKDIR /app\nCOPY . .\nUSER app\nENTRYPOINT [\"entrypoint\"]\n"
     "CMD [\"celery\", \"-A\", \"app\", \"worker\"]\n",
     "FROM python:3.11 AS builder\nRUN apt-get update && apt-get install -y ffmpeg gcc\n"
     "COPY requirements.txt /tmp/requirements.txt\n"
     "RUN pip install -r /tmp/requirements.txt && useradd -u 1000 app && mkdir -p /data && chown app /data\n"
     "\nFROM python:3.11-slim\n"
     "RUN apt-get update && apt-get install -y ffmpeg && rm -rf /var/lib/apt/lists/*\n"
     "RUN useradd -u 1000 app && mkdir -p /data && chown app /data\n"
     "COPY --from=builder /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages\n"
     "COPY --from=builder /usr/local/bin /usr/local/bin\n"
     "COPY entrypoint.sh /usr/local/bin/entrypoint\nRUN chmod +x /usr/local/bin/entrypoint\n"
     "WORKDIR /app\nCOPY . .\nUSER app\nENTRYPOINT [\"entrypoint\"]\n"
     "CMD [\"celery\", \"-A\", \"app\", \"worker\"]\n"},
    {"an environment of the file",
     "FROM python:3.13\nENV VIRTUAL_ENV=/env\nRUN python -m venv $VIRTUAL_ENV\n"
     "ENV PATH=\"$VIRTUAL_ENV/bin:$PATH\"\nWORKDIR /app\nCOPY . .\n"
     "RUN pip install -r requirements.txt\nCMD [\"uvicorn\", \"main:app\"]\n",
     "FROM python:3.13 AS builder\nENV VIRTUAL_ENV=/env\nRUN python -m venv $VIRTUAL_ENV\n"
     "ENV PATH=\"$VIRTUAL_ENV/bin:$PATH\"\nWORKDIR /app\nCOPY . .\n"
     "RUN pip install -r requirements.txt\n\nFROM python:3.13-slim\nENV VIRTUAL_ENV=/env\n"
     "ENV PATH=\"$VIRTUAL_ENV/bin:$PATH\"\nWORKDIR /app\nCOPY . .\nCOPY --from=builder /env /env\n"
     "CMD [\"uvicorn\", \"main:app\"]\n"},
    {"what is made of the sources comes from the build",
     "FROM python:3.12\nWORKDIR /app\nCOPY requirements.txt ./\n"
     "RUN pip install -r requirements.txt\nCOPY . .\n"
     "RUN python manage.py collectstatic --noinput\nCMD [\"gunicorn\", \"site.wsgi\"]\n",
     "FROM python:3.12 AS builder\nWORKDIR /app\nCOPY requirements.txt ./\n"
     "RUN python -m venv /opt/venv\nENV PATH=/opt/venv/bin:$PATH\n"
     "RUN pip install -r requirements.txt\nCOPY . .\n"
     "RUN python manage.py collectstatic --noinput\n\nFROM python:3.12-slim\n"
     "ENV PATH=/opt/venv/bin:$PATH\nWORKDIR /app\nCOPY --from=builder /opt/venv /opt/venv\n"
     "COPY --from=builder /app /app\nCMD [\"gunicorn\", \"site.wsgi\"]\n"},
    {"installed in place",
     "FROM python:3.12\nWORKDIR /srv/app\nCOPY . .\nRUN pip install -e .\nCMD [\"shop\"]\n",
     "FROM python:3.12 AS builder\nWORKDIR /srv/app\nCOPY . .\nRUN python -m venv /opt/venv\n"
     "ENV PATH=/opt/venv/bin:$PATH\nRUN pip install -e .\n\nFROM python:3.12-slim\n"
     "ENV PATH=/opt/venv/bin:$PATH\nWORKDIR /srv/app\nCOPY --from=builder /opt/venv /opt/venv\n"
     "COPY --from=builder /srv/app /srv/app\nCMD [\"shop\"]\n"},
    {"poetry into the system",
     "FROM python:3.11\nENV POETRY_VIRTUALENVS_CREATE=false\nRUN pip install poetry\n"
     "WORKDIR /app\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --only main --no-root\n"
     "COPY . .\nCMD [\"python\", \"-m\", \"shop\"]\n",
     "FROM python:3.11 AS builder\nENV POETRY_VIRTUALENVS_CREATE=false\nRUN pip install poetry\n"
     "WORKDIR /app\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --only main --no-root\n"
     "\nFROM python:3.11-slim\nWORKDIR /app\n"
     "COPY --from=builder /usr/local/lib/python3.11/site-packages /usr/local/lib/python3.11/site-packages\n"
     "COPY --from=builder /usr/local/bin /usr/local/bin\nCOPY . .\n"
     "CMD [\"python\", \"-m\", \"shop\"]\n"},
    {"poetry beside the sources",
     "FROM python:3.11\nENV POETRY_VIRTUALENVS_IN_PROJECT=1\nRUN pip install poetry\n"
     "WORKDIR /app\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --only main --no-root\n"
     "COPY . .\nCMD [\"/app/.venv/bin/python\", \"-m\", \"shop\"]\n",
     "FROM python:3.11 AS builder\nENV POETRY_VIRTUALENVS_IN_PROJECT=1\n"
     "RUN python -m venv /opt/venv\nENV PATH=/opt/venv/bin:$PATH\nRUN pip install poetry\n"
     "WORKDIR /app\nCOPY pyproject.toml poetry.lock ./\nRUN poetry install --only main --no-root\n"
     "\nFROM python:3.11-slim\nENV PATH=/opt/venv/bin:$PATH\nWORKDIR /app\n"
     "COPY --from=builder /app/.venv /app/.venv\nCOPY --from=builder /opt/venv /opt/venv\n"
     "COPY . .\nCMD [\"/app/.venv/bin/python\", \"-m\", \"shop\"]\n"},
    {"uv",
     "FROM python:3.12-bookworm\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv\nWORKDIR /app\n"
     "COPY pyproject.toml uv.lock ./\nRUN uv sync --frozen --no-dev\nCOPY . .\n"
     "ENV PATH=/app/.venv/bin:$PATH\nCMD [\"fastapi\", \"run\"]\n",
     "FROM python:3.12-bookworm AS builder\nCOPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/uv\n"
     "WORKDIR /app\nCOPY pyproject.toml uv.lock ./\nRUN uv sync --frozen --no-dev\n\n"
     "FROM python:3.12-slim-bookworm\nWORKDIR /app\nCOPY --from=builder /app/.venv /app/.venv\n"
     "COPY . .\nENV PATH=/app/.venv/bin:$PATH\nCMD [\"fastapi\", \"run\"]\n"},
    {"pipenv",
     "FROM python:3.10-bullseye\nRUN pip install pipenv\nWORKDIR /app\n"
     "COPY Pipfile Pipfile.lock ./\nRUN pipenv install --system --deploy\nCOPY . .\n"
     "CMD [\"python\", \"main.py\"]\n",
     "FROM python:3.10-bullseye AS builder\nRUN pip install pipenv\nWORKDIR /app\n"
     "COPY Pipfile Pipfile.lock ./\nRUN pipenv install --system --deploy\n\n"
     "FROM python:3.10-slim-bullseye\nWORKDIR /app\n"
     "COPY --from=builder /usr/local/lib/python3.10/site-packages /usr/local/lib/python3.10/site-packages\n"
     "COPY --from=builder /usr/local/bin /usr/local/bin\nCOPY . .\nCMD [\"python\", \"main.py\"]\n"},
    {"an ancient Python has no environments",
     "FROM python:2.7.15-stretch\nADD ./ /klein\nWORKDIR /klein\n"
     "RUN pip install -r /klein/requirements.txt\nCMD python app.py\n",
     "FROM python:2.7.15-stretch AS builder\nADD ./ /klein\nWORKDIR /klein\n"
     "RUN pip install -r /klein/requirements.txt\n\nFROM python:2.7.15-slim-stretch\n"
     "WORKDIR /klein\nADD ./ /klein\n"
     "COPY --from=builder /usr/local/lib/python2.7/site-packages /usr/local/lib/python2.7/site-packages\n"
     "COPY --from=builder /usr/local/bin /usr/local/bin\nCMD python app.py\n"},
    {"a user that may write nowhere else",
     "FROM python:3.12\nRUN useradd -m app\nWORKDIR /app\nCOPY requirements.txt .\nUSER app\n"
     "RUN pip install -r requirements.txt\nCOPY . .\nCMD [\"python\", \"main.py\"]\n",
     "FROM python:3.12 AS builder\nRUN useradd -m app\nWORKDIR /app\nCOPY requirements.txt .\n"
     "USER app\nRUN pip install -r requirements.txt\n\nFROM python:3.12-slim\nWORKDIR /app\n"
     "RUN useradd -m app\nCOPY --from=builder --chown=app /home/app/.local /home/app/.local\n"
     "USER app\nCOPY . .\nCMD [\"python\", \"main.py\"]\n"},
    {"what is known by its name needs a library",
     "FROM python:3.12-bookworm\nWORKDIR /app\nRUN pip install psycopg2 flask\nCOPY . .\n"
     "CMD [\"python\", \"main.py\"]\n",
     "FROM python:3.12-bookworm AS builder\nWORKDIR /app\nRUN python -m venv /opt/venv\n"
     "ENV PATH=/opt/venv/bin:$PATH\nRUN pip install psycopg2 flask\n\n"
     "FROM python:3.12-slim-bookworm\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends libpq5 && rm -rf "
     "/var/lib/apt/lists/*\n"
     "ENV PATH=/opt/venv/bin:$PATH\nWORKDIR /app\nCOPY --from=builder /opt/venv /opt/venv\n"
     "COPY . .\nCMD [\"python\", \"main.py\"]\n"},
    {"curl in the health check",
     "FROM python:3.12-bookworm\nWORKDIR /app\nRUN pip install flask\nCOPY . .\n"
     "HEALTHCHECK CMD curl -f http://localhost/ || exit 1\nCMD [\"python\", \"main.py\"]\n",
     "FROM python:3.12-bookworm AS builder\nWORKDIR /app\nRUN python -m venv /opt/venv\n"
     "ENV PATH=/opt/venv/bin:$PATH\nRUN pip install flask\n\nFROM python:3.12-slim-bookworm\n"
     "RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\n"
     "ENV PATH=/opt/venv/bin:$PATH\nWORKDIR /app\nCOPY --from=builder /opt/venv /opt/venv\n"
     "COPY . .\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n"
     "CMD [\"python\", \"main.py\"]\n"},
    {"a version by ARG",
     "ARG PYTHON=3.12\nFROM python:${PYTHON}\nWORKDIR /app\nRUN pip install flask\nCOPY . .\n"
     "CMD [\"python\", \"main.py\"]\n",
     "ARG PYTHON=3.12\nFROM python:${PYTHON} AS builder\nWORKDIR /app\n"
     "RUN python -m venv /opt/venv\nENV PATH=/opt/venv/bin:$PATH\nRUN pip install flask\n\n"
     "FROM python:${PYTHON}-slim\nENV PATH=/opt/venv/bin:$PATH\nWORKDIR /app\n"
     "COPY --from=builder /opt/venv /opt/venv\nCOPY . .\nCMD [\"python\", \"main.py\"]\n"},
    {"line ends of Windows, no last one",
     "FROM python:3.12-bookworm\r\nWORKDIR /app\r\n# packages\r\nRUN pip install flask\r\n"
     "COPY . .\r\nCMD [\"python\", \"main.py\"]",
     "FROM python:3.12-bookworm AS builder\r\nWORKDIR /app\r\nRUN python -m venv /opt/venv\r\n"
     "ENV PATH=/opt/venv/bin:$PATH\r\n# packages\r\nRUN pip install flask\r\n\r\n"
     "FROM python:3.12-slim-bookworm\r\nENV PATH=/opt/venv/bin:$PATH\r\nWORKDIR /app\r\n"
     "COPY --from=builder /opt/venv /opt/venv\r\nCOPY . .\r\nCMD [\"python\", \"main.py\"]"},
    {"no: slim already",
     "FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\n"
     "CMD [\"python\", \"main.py\"]\n",
     "no: There is little to gain, about 0 MB: the program has to stay on python:3.12-slim, and nothing is "
     "installed that only a build needs."},
    {"no: what is compiled with goes at once",
     "FROM python:3-alpine\n"
     "RUN apk add --no-cache --virtual .build-deps build-base libffi-dev && pip3 install gevent gunicorn "
     "httpbin && apk del .build-deps\n"
     "CMD [\"gunicorn\", \"httpbin:app\"]\n",
     "no: There is little to gain, about 0 MB: the program has to stay on python:3-alpine, and nothing is "
     "installed that only a build needs."},
    {"no: a watcher",
     "FROM python:3.12\nWORKDIR /app\nRUN pip install fastapi uvicorn\nCOPY . .\n"
     "CMD [\"uvicorn\", \"main:app\", \"--reload\"]\n",
     "no: Line 5 starts “uvicorn --reload”: this looks like an image to develop in, which needs its sources "
     "and tools."},
    {"no: a source of packages",
     "FROM python:3.12\n"
     "RUN echo \"deb http://example.org bookworm main\" > /etc/apt/sources.list.d/x.list && apt-get update "
     "&& apt-get install -y nginx\n"
     "RUN pip install flask\nCMD [\"python\", \"main.py\"]\n",
     "no: Line 2 changes where packages come from, and the new stage would have to know it too. Move that "
     "into a stage of its own that both build on."},
    {"no: a script of somebody else",
     "FROM python:3.12\nRUN curl -sSL https://example.org/install | bash\nRUN pip install flask\n"
     "CMD [\"python\", \"main.py\"]\n",
     "no: Nobody can tell where “bash” on line 2 leaves what the program needs. Give it a stage of its own "
     "first, and copy what it makes from there."},
    {"no: something built in the root",
     "FROM python:3.12\nCOPY . .\nRUN pip install flask\nRUN python make.py\n"
     "CMD [\"python\", \"main.py\"]\n",
     "no: “python make.py” on line 4 works in /, and that is too much to be copied. Set a WORKDIR of its own "
     "for the program first."},
    {"no: two versions of one tag",
     "ARG TAG=3.12-bookworm\nFROM python:${TAG}\nRUN pip install flask\n"
     "CMD [\"python\", \"main.py\"]\n",
     "no: The base “python:${TAG}” hangs on a variable, and a smaller image that follows it cannot be told. "
     "Write the version into FROM first."},
    {"no: poetry and no version",
     "FROM python:3\nRUN pip install poetry && poetry config virtualenvs.create false\n"
     "WORKDIR /app\nCOPY pyproject.toml ./\nRUN poetry install\nCOPY . .\n"
     "CMD [\"python\", \"main.py\"]\n",
     "no: The tag “3” does not say which minor version of Python it is, and so not where its packages lie. "
     "Write it into FROM first."},
};

} // namespace

std::span<const SplitCase> pythonSplits()
{
    return pythonCases;
}

} // namespace drydock
