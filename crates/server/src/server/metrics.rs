//! Figures for Prometheus: recorded where things happen, or asked of the database at the scrape.

use std::sync::OnceLock;
use std::time::Duration;

use metrics::{describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::app::App;
use crate::db::{self, sql};

/// Upper bounds of the latency histograms, seconds.
const SECONDS: [f64; 14] = [
    0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0, 30.0,
];
/// Upper bounds of the size of a group commit, webhooks.
const BATCH: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];
/// How long the figures of the database may take; without them the others are still shown.
const LIMIT: Duration = Duration::from_secs(2);

/// The recorder is the process's, as `metrics` wants it.
static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Begins to record. Figures from before are lost, so this comes first.
pub(super) fn begin() {
    RECORDER.get_or_init(|| match install() {
        Ok(handle) => Some(handle),
        Err(error) => {
            tracing::error!(error, "there will be no metrics");
            None
        }
    });
}

fn install() -> Result<PrometheusHandle, String> {
    let text = |error: metrics_exporter_prometheus::BuildError| error.to_string();
    let handle = PrometheusBuilder::new()
        .set_buckets(&SECONDS)
        .and_then(|builder| {
            let batch = Matcher::Full("clientele_ingest_batch_size".into());
            builder.set_buckets_for_metric(batch, &BATCH)
        })
        .map_err(text)?
        .install_recorder()
        .map_err(text)?;
    describe_counter!("clientele_http_requests_total", "Requests answered");
    describe_histogram!("clientele_http_request_seconds", "How long answers took");
    describe_histogram!("clientele_ingest_batch_size", "Webhooks per commit");
    describe_histogram!(
        "clientele_ingest_seconds",
        "From a webhook's arrival to its commit"
    );
    describe_histogram!(
        "clientele_db_wait_seconds",
        "How long statements waited for a connection"
    );
    describe_gauge!("clientele_jobs", "Jobs by state");
    describe_gauge!(
        "clientele_webhooks_waiting",
        "Stored webhooks that are not done, by state"
    );
    describe_gauge!("clientele_resident_bytes", "Memory of the process");
    describe_gauge!("clientele_info", "1, with the version as a label");
    gauge!("clientele_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    Ok(handle)
}

/// Histograms keep every sample until they are sorted into their buckets; to be called now and then.
pub fn tidy() {
    if let Some(Some(handle)) = RECORDER.get() {
        handle.run_upkeep();
    }
}

/// The figures as Prometheus reads them.
pub(super) async fn render(app: &App) -> String {
    if let Err(error) = ask_database(app).await {
        tracing::warn!(%error, "the metrics are without the database's figures");
    }
    if let Some(bytes) = resident_bytes() {
        gauge!("clientele_resident_bytes").set(bytes as f64);
    }
    match RECORDER.get() {
        Some(Some(handle)) => handle.render(),
        _ => String::new(),
    }
}

/// The gauges of what waits in the database. Over all workspaces: figures for the operator.
async fn ask_database(app: &App) -> db::Result<()> {
    let counts = |text: &'static str| sql(text).within(LIMIT).all::<(String, i64)>(&app.db);
    let jobs = counts("SELECT state, CAST(COUNT(*) AS BIGINT) FROM jobs GROUP BY state").await?;
    for known in ["ready", "dead"] {
        let count = jobs.iter().find(|(state, _)| state == known);
        let count = count.map_or(0, |(_, count)| *count);
        gauge!("clientele_jobs", "state" => known).set(count as f64);
    }
    let waiting = counts(
        "SELECT state, CAST(COUNT(*) AS BIGINT) FROM webhook_events WHERE state <> 'done' GROUP BY state",
    )
    .await?;
    for known in ["failed", "unrouted", "kept"] {
        let count = waiting.iter().find(|(state, _)| state == known);
        let count = count.map_or(0, |(_, count)| *count);
        gauge!("clientele_webhooks_waiting", "state" => known).set(count as f64);
    }
    Ok(())
}

/// The process's resident memory, where the system says it.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}
