#!/bin/sh
#SBATCH --job-name=month-by-chance
#SBATCH --array=1-20
#SBATCH --cpus-per-task=4
#SBATCH --requeue

# Twenty parts of a study, one task each: sbatch docs/jobs/slurm.sh
# A task that is started again goes on from its file. When all have finished:
#     ipsisim merge part-*.ndjson --report out
exec ${IPSISIM:-ipsisim} monte-carlo "${SCENARIO:-scenarios/month-by-chance.yaml}" --runs "${RUNS:-1000}" \
    --threads "${SLURM_CPUS_PER_TASK:-1}" \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
    --resume "part-$SLURM_ARRAY_TASK_ID.ndjson"
