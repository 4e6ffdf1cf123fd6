//! What is judged natively, by the crates `url` and `unicode-normalization` and the standard library, is judged the same
//! by the WebAssembly with what the browser has built in: what is said of each text, to the last letter.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use harness::anyhow::{Context, Result, bail, ensure};
use harness::{Browser, Place, Value, in_both_browsers, json};
use hushroom::Bits;
use hushroom::check::{Said, Unjudged, check};
use hushroom::guess::shared::LANGUAGES;
use hushroom::jitsi::Server;
use hushroom::settings::Watched;
use hushroom::text::{Gap, Text};

use crate::support::tab_status;

/// The texts.
const TEXTS: &str = include_str!("same.md");

/// The suite of names, whose names are judged as well.
const NAMES: &str = include_str!("../../src/guess/tests/names.md");

/// Types each text into the popup's field and reads what is said of it, and which numbers were to be written for why:
/// what stands on the page of a strength is cut to a decimal. As text, since a number may lose bits on its way here.
const TYPE: &str = "(root, texts) => {
  const NumberFormat = root.defaultView.Intl.NumberFormat;
  const format = Object.getOwnPropertyDescriptor(NumberFormat.prototype, 'format');
  let written = [];
  Object.defineProperty(NumberFormat.prototype, 'format', {
    ...format,
    get() {
      return (number) => {
        written.push(String(number));
        return format.get.call(this)(number);
      };
    },
  });
  const field = root.getElementById('check-input');
  const said = (selector) => [...root.querySelectorAll(selector)].map((element) => element.textContent);
  return texts.map((text) => {
    written = [];
    field.value = text;
    field.dispatchEvent(new Event('input'));
    return {
      bits: written,
      tone: root.getElementById('check-verdict').dataset.tone ?? null,
      title: said('#check-verdict .title')[0] ?? null,
      place: said('#check-verdict .place')[0] ?? null,
      notes: said('#check-verdict li'),
      reasons: root.getElementById('check-why').hidden ? [] : said('#check-why li'),
      advice: said('#check-why .advice')[0] ?? null,
      cleaned: root.getElementById('check-cleaned').hidden
        ? null
        : root.getElementById('cleaned-link').textContent,
      better: root.getElementById('check-better').hidden
        ? null
        : root.getElementById('better-name').textContent,
      names: [...root.querySelectorAll('#check-names button')].map((button) => button.dataset.name),
    };
  });
}";

/// What the browser calls languages.
const CALLED: &str = "(root, codes) => {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return Object.fromEntries(codes.map((code) => [code, names.of(code)]));
}";

/// The texts that are typed in `browser`.
fn texts(browser: Browser) -> Result<Vec<String>> {
    let sections = TEXTS.split("\n## ").skip(1).filter_map(|section| section.split_once('\n'));
    let here = sections.filter(|(heading, _)| !heading.contains(&format!("not in {browser}")));
    let texts = here.flat_map(|(_, lines)| lines.lines()).filter(|line| !line.is_empty()).map(unescaped);
    let names = NAMES.lines().filter_map(|line| Some(line.strip_prefix("| `")?.split_once("` |")?.0));
    texts.chain(names.map(|name| Ok(name.to_owned()))).collect()
}

/// A line without its escapes.
fn unescaped(line: &str) -> Result<String> {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let sign = after.chars().next().context("a line ends in an escape")?;
        rest = &after[sign.len_utf8()..];
        match sign {
            'n' => text.push('\n'),
            'r' => text.push('\r'),
            't' => text.push('\t'),
            '\\' => text.push('\\'),
            'u' => {
                let (code, after) =
                    rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).context("no code")?;
                text.push(char::from_u32(u32::from_str_radix(code, 16)?).context("no character")?);
                rest = after;
            }
            _ => bail!("{line} has an escape that is none"),
        }
    }
    Ok(text + rest)
}

/// English as native code speaks it.
struct English {
    sentences: Value,
    languages: BTreeMap<String, String>,
}

impl English {
    fn say(&self, text: &Text) -> String {
        let sentence = self.sentences[text.key]["message"].as_str().unwrap_or_default().to_owned();
        // The last first: what is filled in may hold what looks like a gap.
        (1..)
            .zip(&text.gaps)
            .fold(sentence, |said, (number, gap)| said.replacen(&format!("${number}"), &self.gap(gap), 1))
    }

    fn gap(&self, gap: &Gap) -> String {
        match gap {
            Gap::Words(words) => words.clone(),
            Gap::Number(number) => grouped(u64::from(*number)),
            Gap::Bits(bits) => decimal(*bits),
            Gap::Language(code) => self.languages.get(code).cloned().unwrap_or_default(),
            Gap::List(all) => {
                let all: Vec<String> =
                    all.iter().map(|one| self.say(&Text::with("quoted", [one.clone()]))).collect();
                match &all[..] {
                    [one, other] => format!("{one} and {other}"),
                    [first @ .., last] if !first.is_empty() => format!("{}, and {last}", first.join(", ")),
                    _ => all.concat(),
                }
            }
        }
    }

    /// What is said of `text`, as [`TYPE`] gives it.
    fn said(&self, text: &str) -> Result<Value> {
        let answer = check(text, &Server::default(), &Watched::default());
        if answer.as_ref().is_err_and(Unjudged::is_empty) {
            let nothing = Value::Null;
            return Ok(json!({
                "tone": nothing, "title": nothing, "place": nothing, "notes": [], "reasons": [],
                "advice": nothing, "cleaned": nothing, "names": [], "bits": [],
            }));
        }
        let said = Said::of(&answer);
        Ok(json!({
            "tone": serde_json::to_value(said.tone)?,
            "title": self.say(&said.title),
            "place": said.place.as_ref().map(|place| self.say(place)),
            "notes": said.notes.iter().map(|note| self.say(note)).collect::<Vec<_>>(),
            "reasons": said.reasons.iter().map(|reason| self.say(reason)).collect::<Vec<_>>(),
            "advice": said.advice.as_ref().map(|advice| self.say(advice)),
            "cleaned": said.cleaned,
            "names": said.names,
            "bits": said.reasons.iter().flat_map(numbers).collect::<Vec<_>>(),
        }))
    }
}

/// The strengths and other numbers that `text` says.
fn numbers(text: &Text) -> impl Iterator<Item = f64> {
    text.gaps.iter().filter_map(|gap| match gap {
        Gap::Bits(bits) => Some(bits.get()),
        Gap::Number(number) => Some(f64::from(*number)),
        Gap::Words(_) | Gap::Language(_) | Gap::List(_) => None,
    })
}

/// A strength, cut to one decimal as English writes it.
fn decimal(bits: Bits) -> String {
    let written = format!("{:.1}", (bits.get() * 10.0).floor() / 10.0);
    let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
    let whole = grouped(whole.parse().unwrap_or_default());
    if decimals == "0" { whole } else { format!("{whole}.{decimals}") }
}

/// A number as English writes it.
fn grouped(number: u64) -> String {
    let rest = format!("{:03}", number % 1000);
    if number < 1000 { number.to_string() } else { format!("{},{rest}", grouped(number / 1000)) }
}

in_both_browsers! {
    async fn what_is_judged_natively_is_judged_the_same_here(session: &Session) {
        session.open_own("popup.html").await?;
        tab_status(session, Place::Page).await?;
        let codes: Vec<&str> = LANGUAGES.into_iter().filter(|code| !code.is_empty()).collect();
        let languages = serde_json::from_value(session.call(Place::Page, CALLED, json!([codes])).await?)?;
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../extension/_locales/en/messages.json");
        let english = English { sentences: serde_json::from_str(&fs::read_to_string(file)?)?, languages };
        let texts = texts(session.browser())?;
        ensure!(texts.len() > 700, "only {} texts", texts.len());
        let here = session.call(Place::Page, TYPE, json!([texts])).await?;
        let here = here.as_array().context("nothing is said")?.clone();
        ensure!(here.len() == texts.len());
        let strengths = here.iter().filter(|said| said["bits"].as_array().is_some_and(|bits| !bits.is_empty())).count();
        ensure!(strengths > 400, "only {strengths} strengths");
        let mut different = Vec::new();
        for (text, mut here) in texts.iter().zip(here) {
            let better = here["better"].take();
            let bits = here["bits"].take();
            let bits = bits.as_array().into_iter().flatten().map(|bits| bits.as_str()?.parse::<f64>().ok());
            here["bits"] = json!(bits.collect::<Vec<_>>());
            let mut native = english.said(text)?;
            native["better"] = Value::Null;
            let label = check(text, &Server::default(), &Watched::default()).ok().and_then(|found| found.label);
            // The better name is drawn at random behind what is kept of the one that was judged.
            let is_kept = match (&label, better.as_str()) {
                (Some(label), Some(better)) => better.starts_with(label.as_str()),
                (label, better) => label.is_none() && better.is_none(),
            };
            if native != here || !is_kept {
                different.push(format!("{text:?}\n  native  {native} {label:?}\n  browser {here} {better}"));
            }
        }
        ensure!(different.is_empty(), "{} of {} differ:\n{}", different.len(), texts.len(), different.join("\n"));
    }
}
