#!/usr/bin/env bash
# rdpwhy over a Slurm cluster: plan here, one array of shards, then a merge that waits for all of them.
#
#   slurm.sh CAPTURES OUTPUT.ndjson [SHARDS]
#
# CAPTURES and the output's folder are seen by all nodes.
set -euo pipefail
captures=$1
output=$2
shards=${3:-16}
folder=$output.parts
mkdir -p "$folder"

# Exit code 3 says that some input was unreadable or cut: the results are valid.
accept() { "$@" || [ $? -eq 3 ]; }
accept rdpwhy batch plan "$captures" --output "$folder/plan.ndjson" --force

array=$(sbatch --parsable --array="1-$shards" --cpus-per-task=4 --mem=6G --requeue \
  --job-name=rdpwhy --output="$folder/shard-%a.log" --wrap "
    rdpwhy batch run --manifest '$folder/plan.ndjson' --shard-from-env --jobs \$SLURM_CPUS_PER_TASK \
      --output '$folder/part-'\$SLURM_ARRAY_TASK_ID.facts --quiet || [ \$? -eq 3 ]")

# afterok: a shard that failed leaves the merge waiting for its repetition; merge names what is missing.
sbatch --dependency="afterok:$array" --cpus-per-task=1 --mem=4G --job-name=rdpwhy-merge \
  --output="$folder/merge.log" --wrap "
    rdpwhy batch merge '$folder'/part-*.facts --manifest '$folder/plan.ndjson' \
      --output '$output' --force || [ \$? -eq 3 ]"
