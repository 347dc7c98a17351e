//! A table as a picture: a group of bars for each row, on a logarithmic scale.

use std::path::Path;

use plotters::prelude::*;

use super::fragment::{Row, Table};

/// Draws the first value of every cell to an SVG file; columns without any are left out.
///
/// # Errors
///
/// When the file cannot be written.
pub fn draw(file: &Path, table: &Table) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let value = |row: &Row, column: usize| {
        let value = *row.cells.get(column)?.as_ref()?.values.first()?;
        (value > 0.0).then_some(value)
    };
    let columns: Vec<usize> = (0..table.columns.len())
        .filter(|&column| table.rows.iter().any(|row| value(row, column).is_some()))
        .collect();
    let values = || {
        table
            .rows
            .iter()
            .flat_map(|row| columns.iter().filter_map(move |&column| value(row, column)))
    };
    let highest = values().fold(f64::MIN_POSITIVE, f64::max);
    // A whole power of ten, so that the axis has labels.
    let floor = 10f64.powf(values().fold(highest, f64::min).log10().floor());
    let area = SVGBackend::new(file, (960, 420)).into_drawing_area();
    area.fill(&WHITE)?;
    let group = columns.len() as f64 + 1.5;
    let mut chart = ChartBuilder::on(&area)
        .caption(&table.title, ("sans-serif", 18))
        .margin(10)
        .x_label_area_size(30)
        .y_label_area_size(60)
        .build_cartesian_2d(
            0.0..group * table.rows.len().max(1) as f64,
            (floor..highest * 2.0).log_scale(),
        )?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .x_labels(0)
        .y_label_formatter(&|value| format!("{value}"))
        .draw()?;
    for (place, &column) in columns.iter().enumerate() {
        let colour = Palette99::pick(place).mix(0.85);
        let bars = table.rows.iter().enumerate().filter_map(|(number, row)| {
            let left = number as f64 * group + place as f64 + 0.75;
            Some(Rectangle::new(
                [(left, floor), (left + 0.9, value(row, column)?)],
                colour.filled(),
            ))
        });
        chart
            .draw_series(bars)?
            .label(&table.columns[column])
            .legend(move |(x, y)| Rectangle::new([(x, y - 5), (x + 12, y + 5)], colour.filled()));
    }
    let names = table.rows.iter().enumerate().map(|(number, row)| {
        let at = number as f64 * group + 0.75;
        Text::new(row.name.clone(), (at, highest * 1.6), ("sans-serif", 14))
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
