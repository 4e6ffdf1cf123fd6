//! Natively, with criterion: Hushroom and the `zxcvbn` crate on the same names.
//!
//! `cargo xtask bench speed` draws the names and runs this.

mod native {
    use std::hint::black_box;
    use std::time::Duration;

    use criterion::{Criterion, Throughput};
    use guessable_lab::accuracy::estimators::{hushroom, zxcvbn};

    /// Bits of a name.
    type Estimator = fn(&str) -> f64;

    /// What is judged, as `cargo xtask bench speed` writes it.
    #[derive(serde::Deserialize)]
    struct Work {
        names: Vec<String>,
        long: Vec<(String, usize, String)>,
    }

    pub(crate) fn run() -> std::io::Result<()> {
        let Some(file) = std::env::var_os("HUSHROOM_BENCH_WORK") else {
            eprintln!("nothing to judge; type: cargo xtask bench speed");
            return Ok(());
        };
        let work: Work = serde_json::from_reader(std::fs::File::open(file)?)?;
        let mut criterion = Criterion::default()
            .sample_size(10)
            .warm_up_time(Duration::from_secs(1))
            .measurement_time(Duration::from_secs(4))
            .configure_from_args();
        let estimators: [(&str, Estimator); 2] = [("hushroom", hushroom), ("zxcvbn", zxcvbn)];

        let mut group = criterion.benchmark_group("names");
        group.throughput(Throughput::Elements(work.names.len() as u64));
        for (label, estimate) in estimators {
            group.bench_function(label, |b| {
                b.iter(|| work.names.iter().map(|name| estimate(black_box(name))).sum::<f64>());
            });
        }
        group.finish();

        // Without zxcvbn, which takes minutes for these.
        let mut group = criterion.benchmark_group("long");
        for (label, length, name) in &work.long {
            group.bench_function(format!("{length} of {label}"), |b| {
                b.iter(|| hushroom(black_box(name)));
            });
        }
        group.finish();
        criterion.final_summary();
        Ok(())
    }
}

fn main() -> std::io::Result<()> {
    native::run()
}
