"""The same without the package, by a pipe to the program: `jjak` must be on the path of the workers, or say where it is.

    spark-submit pipe_pages.py pages.parquet OUT [/opt/jjak/bin/jjak]

OUT has an object a record, as `jjak batch -o - --format jsonl` writes it; a record that hangs or needs too much memory
fails alone (--timeout, --max-memory).
"""

import json
import os
import shlex
import sys
import time

from pyspark.sql import SparkSession
from pyspark.sql import functions as F


def main():
    pages, out, *jjak = sys.argv[1:]
    spark = SparkSession.builder.appName("jjak by a pipe").getOrCreate()
    records = spark.read.parquet(pages)
    lines = records.select(F.to_json(F.struct("*"))).rdd.map(lambda row: row[0])
    began = time.time()
    command = f"{shlex.quote(*jjak or ['jjak'])} batch - -o - --format jsonl --jobs 1 --timeout 60"
    # An exit code of 1 says that records failed, which their lines tell; more, that nothing was done.
    command = shlex.join(["sh", "-c", f"{command}; test $? -le 1"])
    # The pipe hands on no environment of its own.
    piped = lines.pipe(command, env={"PATH": os.environ["PATH"]}, checkCode=True)
    piped.saveAsTextFile(out)
    count = spark.sparkContext.textFile(out).map(lambda line: json.loads(line)["status"]).countByValue()
    print(f"{dict(count)} in {time.time() - began:.1f} s")


if __name__ == "__main__":
    main()
