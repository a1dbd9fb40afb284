# lemumi with OCR inside:  docker build -t lemumi . && docker run --rm -v "$PWD/data:/data" lemumi parse /data/raw --out /data/parsed
FROM python:3.12-slim
RUN apt-get update && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-lav && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/lemumi
COPY requirements.lock pyproject.toml README.md LICENSE NOTICE ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pipeline pipeline
RUN pip install --no-cache-dir --no-deps .
USER 1000
WORKDIR /data
ENTRYPOINT ["lemumi"]
