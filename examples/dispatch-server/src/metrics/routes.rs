//! The HTTP face of the numbers.

#![expect(
    unused_qualifications,
    reason = "the attribute macro qualifies parameter types"
)]

use axum::Json;
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use http::header;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{Analytics, Day, Metrics};
use crate::conversations::Params;
use crate::problem::Problem;
use crate::state::AppState;
use crate::store::{Bucket, Range};

pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(cards))
        .routes(routes!(analytics))
}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "documents the parameters")]
struct RangeParams {
    /// First day or instant: `YYYY-MM-DD` (whole day, server's time zone) or RFC 3339; 28 days ago when left out.
    date_from: Option<String>,
    /// Last day (included) or instant; today when left out. At most 366 days after the first.
    date_to: Option<String>,
}

/// The cards
#[utoipa::path(
    get, path = "/api/v1/metrics", tag = "metrics", operation_id = "get_metrics",
    responses(
        (status = 200, description = "Numbers over every call", body = Metrics),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn cards(State(app): State<AppState>) -> Result<Json<Metrics>, Problem> {
    Ok(Json(app.store.metrics().await?))
}

/// Series and distributions
#[utoipa::path(
    get, path = "/api/v1/analytics", tag = "metrics", operation_id = "get_analytics",
    params(RangeParams),
    responses(
        (status = 200, description = "Numbers over the range", body = Analytics),
        (status = "default", description = "Problem", body = Problem, content_type = "application/problem+json"),
    )
)]
async fn analytics(
    State(app): State<AppState>,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Json<Analytics>, Problem> {
    let zone = &app.config.timezone;
    let mut params = Params::new(query, &["date_from", "date_to"]);
    let range = params.range(zone, Timestamp::now());
    params.finish()?;
    let store = &app.store;
    let (buckets, outcomes, delay_reasons, end_reasons, duration_ms, turn_latency_ms) = tokio::try_join!(
        store.buckets(range),
        store.outcomes(range),
        store.delay_reasons(range),
        store.end_reasons(range),
        store.durations(range),
        store.latencies(range),
    )?;
    Ok(Json(Analytics {
        days: days(&buckets, range, zone),
        outcomes,
        delay_reasons,
        end_reasons,
        duration_ms,
        turn_latency_ms,
    }))
}

/// The page Prometheus reads; in its own format, so not part of the document.
pub(crate) async fn prometheus(State(app): State<AppState>) -> Result<Response, Problem> {
    let counts = app.store.inbox_counts().await?;
    metrics::gauge!("dispatch_webhooks_waiting").set(counts.waiting as f64);
    metrics::gauge!("dispatch_webhooks_dead").set(counts.dead as f64);
    metrics::gauge!("dispatch_calls_live").set(app.live.count() as f64);
    app.prometheus.run_upkeep();
    let headers = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
    Ok((headers, app.prometheus.render()).into_response())
}

/// Every day of the range with what happened on it.
fn days(buckets: &[Bucket], range: Range, zone: &TimeZone) -> Vec<Day> {
    let local = |at: Timestamp| at.to_zoned(zone.clone()).date();
    let last = local(range.before - 1.nanosecond());
    let mut days: Vec<Day> = local(range.from)
        .series(1.day())
        .take_while(|date| *date <= last)
        .map(|date| Day {
            date: date.to_string(),
            ..Day::default()
        })
        .collect();
    let mut i = 0;
    for bucket in buckets {
        let date = local(bucket.start.max(range.from)).to_string();
        while i + 1 < days.len() && days[i].date < date {
            i += 1;
        }
        if let Some(day) = days.get_mut(i) {
            day.calls += bucket.calls;
            day.arrivals += bucket.arrivals;
            day.delays += bucket.delays;
            day.emergencies += bucket.emergencies;
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_become_local_days() {
        let zone = TimeZone::get("America/Chicago").expect("bundled");
        let at = |text: &str| text.parse::<Timestamp>().expect("valid");
        let range = Range {
            from: at("2026-11-01T05:00:00Z"),
            before: at("2026-11-04T06:00:00Z"),
        };
        let bucket = |start: &str| Bucket {
            start: at(start),
            calls: 1,
            delays: 1,
            ..Bucket::default()
        };
        // The clocks go back on the first: 05:45Z of the second is still its evening.
        let days = days(
            &[
                bucket("2026-11-01T05:00:00Z"),
                bucket("2026-11-02T05:45:00Z"),
                bucket("2026-11-03T06:00:00Z"),
            ],
            range,
            &zone,
        );
        let found: Vec<_> = days
            .iter()
            .map(|d| (d.date.as_str(), d.calls, d.delays))
            .collect();
        assert_eq!(
            found,
            [("2026-11-01", 2, 2), ("2026-11-02", 0, 0), ("2026-11-03", 1, 1)]
        );
    }
}
