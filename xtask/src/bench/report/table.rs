//! Lines as a person reads them.

use guessable_lab::line::{Goal, Line};

/// A Markdown table.
pub(crate) fn table(lines: &[Line]) -> String {
    let mut text =
        String::from("| | Hushroom | beside | | times | goal | |\n|---|--:|--:|---|--:|---|---|\n");
    for line in lines {
        let (beside, name) = match line.beside.first() {
            Some(peer) => (written(peer.value, &line.unit), peer.name.clone()),
            None => <_>::default(),
        };
        let times = line.times().filter(|times| times.is_finite()).map(|times| number(times, 2));
        let goal = line.goal.map(|goal| goal_written(goal, &line.unit)).unwrap_or_default();
        let outcome = match line.is_held() {
            Some(true) => "held",
            Some(false) => "**missed**",
            None => "",
        };
        let others = [beside, name, times.unwrap_or_default(), goal, outcome.to_owned()];
        text += &row(&named(&line.what, &line.unit), &written(line.hushroom, &line.unit), others);
    }
    text
}

/// A Markdown table for each set of kinds of names that all estimators judged, with a column for each of them.
pub(crate) fn peers(lines: &[Line]) -> String {
    let judged = || lines.iter().filter_map(|line| Some((line.what.rsplit_once(", ")?, line)));
    let is_set = |set: &&str| set.ends_with(" kinds");
    let mut sets: Vec<&str> = judged().map(|((_, set), _)| set).filter(is_set).collect();
    sets.dedup();
    let tables = sets.into_iter().map(|set| {
        let rows: Vec<_> =
            judged().filter(|((_, of), _)| *of == set).map(|((what, _), line)| (what, line)).collect();
        let mut text = row(set, "Hushroom", rows[0].1.beside.iter().map(|peer| peer.name.clone()));
        text += &row("---", "---:", rows[0].1.beside.iter().map(|_| "---:".to_owned()));
        for (what, line) in rows {
            let values = line.beside.iter().map(|peer| written(peer.value, &line.unit));
            text += &row(&named(what, &line.unit), &written(line.hushroom, &line.unit), values);
        }
        text
    });
    tables.collect::<Vec<_>>().join("\n")
}

/// What was measured, with its unit where its values do not name it.
fn named(what: &str, unit: &str) -> String {
    match unit {
        "%" | "" => what.to_owned(),
        unit => format!("{what}, {unit}"),
    }
}

fn row(what: &str, ours: &str, others: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<String> = [what.to_owned(), ours.to_owned()].into_iter().chain(others).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn goal_written(goal: Goal, unit: &str) -> String {
    let value = |value: f64| {
        let value = number(value, usize::from(value.fract() != 0.0));
        if unit == "%" { format!("{value} %") } else { value }
    };
    match goal {
        Goal::AtMost(most) => format!("at most {}", value(most)),
        Goal::AtLeast(least) => format!("at least {}", value(least)),
        Goal::TimesAtMost(most) => format!("at most {most} times"),
        Goal::TimesAtLeast(least) => format!("at least {least} times"),
        Goal::MoreAtMost(most) => format!("at most {} more", value(most)),
    }
}

fn written(value: f64, unit: &str) -> String {
    let value = number(value, 1);
    if unit == "%" { format!("{value} %") } else { value }
}

/// With `digits` behind the point, of a hundred and more with none, and a comma before thousands.
fn number(value: f64, digits: usize) -> String {
    if !value.is_finite() {
        return "?".to_owned();
    }
    if value.abs() < 99.95 {
        return format!("{value:.digits$}");
    }
    let whole = format!("{value:.0}");
    let grouped: Vec<String> = whole
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|digits| digits.iter().map(|&digit| char::from(digit)).collect())
        .collect();
    grouped.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_beside_whom_and_whether_the_goal_is_held() {
        let popup = Line::new("popup", "ms", 13.1).beside("plain HTML", 10.0).goal(Goal::TimesAtMost(1.3));
        let right = Line::new("right verdict", "%", 98.64).beside("zxcvbn", 62.5).goal(Goal::AtLeast(92.0));
        let memory = Line::new("memory", "MiB", 1.4);
        let rate = Line::new("names a second", "", 300.0).beside("zxcvbn", 3.0);
        let script = Line::new("script", "ms", 3.0).beside("nothing", 0.01).goal(Goal::MoreAtMost(5.0));
        let text = table(&[popup, right, memory, rate, script]);
        let lines: Vec<&str> = text.lines().skip(2).collect();
        assert_eq!(
            lines,
            [
                "| popup, ms | 13.1 | 10.0 | plain HTML | 1.31 | at most 1.3 times | **missed** |",
                "| right verdict | 98.6 % | 62.5 % | zxcvbn | 1.58 | at least 92 % | held |",
                "| memory, MiB | 1.4 |  |  |  |  |  |",
                "| names a second | 300 | 3.0 | zxcvbn | 100 |  |  |",
                "| script, ms | 3.0 | 0.0 | nothing |  | at most 5 more | held |",
            ]
        );
    }

    #[test]
    fn each_set_of_kinds_has_a_table_of_all_estimators() {
        let line =
            |what: &str, unit: &str| Line::new(what, unit, 1.0).beside("zxcvbn", 2.0).beside("other", 3.0);
        let lines = [
            line("error, 2 seen kinds", "bits"),
            line("right, 2 seen kinds", "%"),
            line("error, 3 unseen kinds", "bits"),
        ];
        assert_eq!(
            peers(&[lines.as_slice(), &[line("a popup, ms", "ms")]].concat()),
            "| 2 seen kinds | Hushroom | zxcvbn | other |\n| --- | ---: | ---: | ---: |\n\
             | error, bits | 1.0 | 2.0 | 3.0 |\n| right | 1.0 % | 2.0 % | 3.0 % |\n\n\
             | 3 unseen kinds | Hushroom | zxcvbn | other |\n| --- | ---: | ---: | ---: |\n\
             | error, bits | 1.0 | 2.0 | 3.0 |\n"
        );
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(number(99_812.4, 1), "99,812");
        assert_eq!(number(1_234_567.0, 1), "1,234,567");
        assert_eq!(number(499.2, 1), "499");
        assert_eq!(number(99.96, 1), "100");
        assert_eq!(number(f64::NAN, 1), "?");
    }
}
