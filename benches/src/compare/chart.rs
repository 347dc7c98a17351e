//! The results as a picture: CPU per turn, one group of bars per scenario, on a logarithmic scale.

use std::path::Path;

use plotters::prelude::*;

use super::{
    results::{Figure, Results},
    server::Server,
};

const SCENARIOS: [&str; 4] = [
    "50 calls",
    "50 calls, words",
    "200 utterances, words",
    "1,000 utterances, words",
];

/// Draws the chart to an SVG file.
///
/// # Errors
///
/// When the file cannot be written.
pub fn draw(
    file: &Path,
    servers: &[Server],
    results: &Results,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let servers: Vec<Server> = servers
        .iter()
        .copied()
        .filter(|server| {
            results
                .median(SCENARIOS[0], *server, Figure::CpuPerTurn)
                .is_some()
        })
        .collect();
    let highest = SCENARIOS
        .iter()
        .flat_map(|scenario| {
            servers
                .iter()
                .filter_map(|server| results.median(scenario, *server, Figure::CpuPerTurn))
        })
        .fold(100.0, f64::max);
    let area = SVGBackend::new(file, (960, 420)).into_drawing_area();
    area.fill(&WHITE)?;
    let group = servers.len() as f64 + 1.5;
    let mut chart = ChartBuilder::on(&area)
        .caption("CPU of the server per turn, microseconds", ("sans-serif", 18))
        .margin(10)
        .x_label_area_size(30)
        .y_label_area_size(60)
        .build_cartesian_2d(
            0.0..group * SCENARIOS.len() as f64,
            (10.0..highest * 2.0).log_scale(),
        )?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .x_labels(0)
        .y_label_formatter(&|value| format!("{value:.0}"))
        .draw()?;
    for (place, &server) in servers.iter().enumerate() {
        let colour = Palette99::pick(place).mix(0.85);
        let bars = SCENARIOS.iter().enumerate().filter_map(|(number, scenario)| {
            let cpu = results.median(scenario, server, Figure::CpuPerTurn)?;
            let left = number as f64 * group + place as f64 + 0.75;
            Some(Rectangle::new([(left, 10.0), (left + 0.9, cpu)], colour.filled()))
        });
        chart
            .draw_series(bars)?
            .label(server.name())
            .legend(move |(x, y)| Rectangle::new([(x, y - 5), (x + 12, y + 5)], colour.filled()));
    }
    let names = SCENARIOS.iter().enumerate().map(|(number, scenario)| {
        let at = number as f64 * group + 0.75;
        Text::new(*scenario, (at, highest * 1.6), ("sans-serif", 14))
    });
    chart.draw_series(names)?;
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::MiddleLeft)
        .background_style(WHITE.mix(0.8))
        .draw()?;
    area.present()?;
    Ok(())
}
