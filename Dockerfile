FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /srv/manhmoi

COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock

COPY pyproject.toml README.md LICENSE ./
COPY admin admin
COPY bot bot
COPY handlers handlers
COPY nlp nlp
COPY storage storage
RUN pip install --no-deps --no-build-isolation . \
    && useradd --system --uid 10001 manhmoi \
    && install -d -o manhmoi -g manhmoi -m 0700 /data

USER manhmoi
ENV MANHMOI_DATA_DIR=/data MANHMOI_HOST=0.0.0.0
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["python", "-c", \
    "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz')"]
CMD ["manhmoi", "serve"]
