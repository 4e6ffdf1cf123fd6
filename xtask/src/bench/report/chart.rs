//! Lines as a picture: for each, a bar for the product and one for every peer.

use anyhow::{Result, anyhow};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use guessable_lab::line::Line;

const WIDTH: u32 = 760;
const MARGIN: i32 = 16;
/// Where bars begin: right of the longest name.
const BARS: i32 = 190;
/// From one bar to the next, and how thick a bar is.
const PITCH: i32 = 26;
const THICK: i32 = 18;
/// What stands above the bars of a line.
const HEAD: i32 = 34;
const FONT: &str = "sans-serif";

// The product's own colours, of `extension/base.css` in its light dress.
const SURFACE: RGBColor = RGBColor(0xfb, 0xfa, 0xf7);
const INK: RGBColor = RGBColor(0x1b, 0x24, 0x21);
const OURS: RGBColor = RGBColor(0x17, 0x62, 0x4f);
const OTHERS: RGBColor = RGBColor(0xa7, 0xb4, 0xae);

/// An SVG of `lines`, all of them percentages.
///
/// # Errors
///
/// When it cannot be drawn.
pub(crate) fn chart(title: &str, lines: &[&Line]) -> Result<String> {
    let bars: usize = lines.iter().map(|line| 1 + line.beside.len()).sum();
    let rows = i32::try_from(bars)? * PITCH + i32::try_from(lines.len())? * HEAD;
    let height = u32::try_from(MARGIN + HEAD + rows + MARGIN)?;
    let mut svg = String::new();
    draw(&SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area(), title, lines)
        .map_err(|error| anyhow!("the chart cannot be drawn: {error}"))?;
    // For who cannot see it; the library writes none. Our titles need no escaping.
    Ok(svg.replacen('>', &format!(">\n<title>{title}</title>"), 1))
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Drawn<'a> = Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>>;

fn draw<'a>(area: &Area<'a>, title: &str, lines: &[&Line]) -> Drawn<'a> {
    let left = Pos::new(HPos::Left, VPos::Center);
    let text = |size: i32| TextStyle::from((FONT, size).into_font()).color(&INK).pos(left);
    area.fill(&SURFACE)?;
    area.draw(&Text::new(title.to_owned(), (MARGIN, MARGIN + HEAD / 2), text(18)))?;
    let room = f64::from(i32::try_from(WIDTH).unwrap_or(i32::MAX) - BARS - MARGIN - 60);
    let mut y = MARGIN + HEAD;
    for line in lines {
        area.draw(&Text::new(line.what.clone(), (MARGIN, y + HEAD / 2), text(14)))?;
        y += HEAD;
        let peers = line.beside.iter().map(|peer| (peer.name.as_str(), peer.value, OTHERS));
        for (name, value, colour) in std::iter::once(("Hushroom", line.hushroom, OURS)).chain(peers) {
            // A percentage of some hundred pixels.
            #[expect(clippy::cast_possible_truncation)]
            let end = BARS + (room * value / 100.0).round() as i32;
            let middle = y + PITCH / 2;
            area.draw(&Text::new(name.to_owned(), (MARGIN, middle), text(13)))?;
            let corners = [(BARS, middle - THICK / 2), (end, middle + THICK / 2)];
            area.draw(&Rectangle::new(corners, colour.filled()))?;
            area.draw(&Text::new(format!("{value:.1} %"), (end + 6, middle), text(13)))?;
            y += PITCH;
        }
    }
    area.present()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_its_bar_and_the_longest_is_the_greatest() {
        let line = Line::new("right verdict", "%", 98.6).beside("zxcvbn", 62.5).beside("another", 10.0);
        let svg = chart("Names", &[&line]).unwrap();
        let bars: Vec<u32> = svg
            .split("<rect ")
            .skip(2)
            .map(|bar| bar.split_once("width=\"").unwrap().1.split('"').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(bars.len(), 3, "{svg}");
        assert!(bars[0] > bars[1] && bars[1] > 5 * bars[2], "{bars:?}");
        assert!(["Hushroom", "zxcvbn", "another", "98.6 %"].iter().all(|text| svg.contains(text)));
    }
}
