"""A Parquet of pages to a Parquet of pairs, on Spark.

    spark-submit --py-files reports.py align_pages.py pages.parquet OUT

OUT/reports    what became of every record (id, status, error, seconds, share_paired, pairs ...)
OUT/pairs      the pairs of the records that stay (id, row, en, ko, confidence)
OUT/dropped    the records that are nearly the same as an earlier one: which, and how much (id, of, likeness)

Columns of pages.parquet: those of `jjak batch` (id, en_html, ko_html, en_text, ko_text, en_url ...).
"""

import argparse
import time

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import DoubleType
from reports import SCHEMA, reports

# As much is the same in documents of which one is left out.
LIKE = 0.6


@F.pandas_udf(DoubleType())
def likeness(a, b):
    import jjak
    import pandas

    return pandas.Series([jjak.likeness(one, other) for one, other in zip(a, b)], dtype="float64")


def near_duplicates(done):
    """The records that are nearly the same as an earlier one (by id), and which."""
    bands = done.select("id", F.posexplode("bands").alias("at", "band"))
    # Most bands are of one record alone, and one that many records share is one row here, not all pairs of them.
    first = bands.groupBy("at", "band").agg(F.min("id").alias("of"), F.count("*").alias("records"))
    shared = first.where(F.col("records") > 1).drop("records")
    pairs = bands.join(shared, ["at", "band"]).where(F.col("of") < F.col("id")).select("id", "of").distinct()
    # The signatures go around only with what may be the same.
    own = done.select("id", "signature")
    others = done.select(F.col("id").alias("of"), F.col("signature").alias("first"))
    pairs = pairs.join(own, "id").join(others, "of")
    alike = pairs.select("id", "of", likeness("signature", "first").alias("likeness"))
    return alike.where(F.col("likeness") >= LIKE).groupBy("id").agg(
        F.max_by("of", "likeness").alias("of"), F.max("likeness").alias("likeness")
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pages")
    arguments.add_argument("out")
    arguments.add_argument("--parts", type=int, default=0, help="tasks; a multiple of the cores, so that none waits")
    given = arguments.parse_args()
    spark = SparkSession.builder.appName("jjak").getOrCreate()
    pages = spark.read.parquet(given.pages)
    if given.parts:
        pages = pages.repartition(given.parts)
    began = time.time()
    pages.mapInArrow(reports, from_arrow_schema(SCHEMA)).write.mode("overwrite").parquet(f"{given.out}/reports")
    aligned = time.time()
    # From here on nothing is aligned again.
    all_reports = spark.read.parquet(f"{given.out}/reports")
    done = all_reports.where(F.col("status").isin("ok", "warned"))
    near_duplicates(done).write.mode("overwrite").parquet(f"{given.out}/dropped")
    found = time.time()
    dropped = spark.read.parquet(f"{given.out}/dropped")
    kept = done.join(dropped, "id", "left_anti").select("id", F.explode("pairs").alias("pair")).select("id", "pair.*")
    kept.write.mode("overwrite").parquet(f"{given.out}/pairs")
    count = all_reports.count()
    failed = all_reports.where(F.col("status") == "failed").count()
    print(
        f"{count} records, {failed} failed, {dropped.count()} nearly the same as an earlier one; "
        f"aligned in {aligned - began:.1f} s ({count / (aligned - began):.0f} a second), "
        f"near-duplicates in {found - aligned:.1f} s, pairs in {time.time() - found:.1f} s"
    )


if __name__ == "__main__":
    main()
