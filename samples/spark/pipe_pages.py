"""The same without the package, by a pipe to the program: `jjak` must be on the path of the workers.

    spark-submit pipe_pages.py pages.parquet OUT

OUT has an object a record, as `jjak batch -o - --format jsonl` writes it; a record that hangs or needs too much memory
fails alone (--timeout, --max-memory).
"""

import json
import sys
import time

from pyspark.sql import SparkSession


def main():
    pages, out = sys.argv[1:]
    spark = SparkSession.builder.appName("jjak by a pipe").getOrCreate()
    lines = spark.read.parquet(pages).toJSON()
    began = time.time()
    command = "jjak batch - -o - --format jsonl --jobs 1 --timeout 60"
    # Failed records are told in their line: the exit code says so once more.
    piped = lines.pipe(f"sh -c '{command} 2>/dev/null; true'")
    piped.saveAsTextFile(out)
    count = spark.sparkContext.textFile(out).map(lambda line: json.loads(line)["status"]).countByValue()
    print(f"{dict(count)} in {time.time() - began:.1f} s")


if __name__ == "__main__":
    main()
