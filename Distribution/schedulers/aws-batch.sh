#!/usr/bin/env bash
# rdpwhy on AWS Batch: an array job of shards, and a merge that depends on it.
#
#   aws-batch.sh QUEUE [SHARDS]
#
# Register the two definitions beside this file once: aws batch register-job-definition --cli-input-json file://…
# /data is an EFS file system with captures/ and the plan (rdpwhy batch plan /data/captures -o /data/plan.ndjson).
set -euo pipefail
queue=$1
shards=${2:-8}
array=$(aws batch submit-job --job-name rdpwhy-shards --job-queue "$queue" --job-definition rdpwhy-shard \
  --array-properties "size=$shards" --query jobId --output text)
aws batch submit-job --job-name rdpwhy-merge --job-queue "$queue" --job-definition rdpwhy-merge \
  --depends-on "jobId=$array"
