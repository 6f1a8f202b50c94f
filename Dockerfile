# The bot in an image: everything it needs, no data. See docker-compose.yml.
ARG BASE_IMAGE=python:3.12-slim-bookworm
FROM ${BASE_IMAGE}

ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    HF_HUB_DISABLE_TELEMETRY=1 DATELINE_DATA_DIR=/data

WORKDIR /app
COPY constraints.txt pyproject.toml README.md ./
# torch only converts the model, once; the CPU build is a tenth of the other's size.
RUN (pip install --no-deps --retries 1 --index-url "${TORCH_INDEX}" torch==2.13.0 \
     || pip install -c constraints.txt torch==2.13.0)
COPY index index
COPY retrieval retrieval
COPY bot bot
RUN pip install -c constraints.txt .
COPY seeds seeds

RUN useradd --create-home --uid 10001 dateline && mkdir /data && chown dateline /data
USER dateline
VOLUME /data
STOPSIGNAL SIGTERM
# Ready: model loaded, index verified, updates coming in. Before that the news may have to be indexed.
HEALTHCHECK --interval=30s --timeout=6s --start-period=10m --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8081/readyz', timeout=5)"]
# NEWS: the folder to index. What is there is read at every start, the unchanged at no cost.
CMD ["sh", "-c", "dateline index ${NEWS:-seeds} && exec dateline run"]
