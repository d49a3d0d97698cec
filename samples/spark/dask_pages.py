"""The same on Dask: python dask_pages.py pages.parquet OUT"""

import sys

import dask
import dask.dataframe as dd
import pyarrow as pa
from dask.distributed import Client
from reports import SCHEMA, reports


def align(pages):
    batches = pa.Table.from_pandas(pages, preserve_index=False).to_batches()
    return pa.Table.from_batches(reports(batches), schema=SCHEMA).to_pandas()


if __name__ == "__main__":
    pages, out = sys.argv[1:]
    Client(n_workers=2, threads_per_worker=1)
    # Lists and bytes are no strings.
    dask.config.set({"dataframe.convert-string": False})
    meta = SCHEMA.empty_table().to_pandas()
    done = dd.read_parquet(pages, split_row_groups=True).map_partitions(align, meta=meta)
    done.to_parquet(out, schema=SCHEMA, write_index=False)
