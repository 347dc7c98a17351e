//! The steps under `cargo bench`, with criterion's own options and report.

mod groups;

use criterion::{Criterion, criterion_group, criterion_main};

fn all(c: &mut Criterion) {
    for (_, measure) in groups::ALL {
        measure(c, false);
    }
}

criterion_group!(benches, all);
criterion_main!(benches);
