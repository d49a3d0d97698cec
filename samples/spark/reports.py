"""Batches of pages in, batches of reports out: what the jobs beside this file have in common."""

import pyarrow as pa

PAIR = pa.struct([("en", pa.string()), ("ko", pa.string()), ("confidence", pa.float32()), ("row", pa.int64())])
SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("status", pa.string()),
        ("error", pa.string()),
        ("seconds", pa.float64()),
        ("share_paired", pa.float64()),
        ("pairs", pa.list_(PAIR)),
        ("bands", pa.list_(pa.int64())),
        ("signature", pa.binary()),
    ]
)
ROWS = 256


def reports(batches, jobs=1, **options):
    """Aligns the records of Arrow batches; a record that cannot be done is a row with an error."""
    # On the worker: the driver need not have it.
    import jjak

    records = (record for batch in batches for record in batch.to_pylist())
    rows = []
    for report in jjak.align_many(records, jobs=jobs, **options):
        rows.append(
            {
                "id": report.id,
                "status": report.status,
                "error": report.error,
                "seconds": report.seconds,
                "share_paired": report.share_paired,
                "pairs": [
                    {"en": bead.en, "ko": bead.ko, "confidence": bead.confidence, "row": bead.row}
                    for bead in report
                    if bead.en and bead.ko
                ],
                "bands": report.bands if report.ok else [],
                "signature": report.signature if report.ok else None,
            }
        )
        if len(rows) == ROWS:
            yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
            rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
