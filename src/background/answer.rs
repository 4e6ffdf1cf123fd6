//! One question of a content script, decided.

use rand::TryRng;

use super::replacement::{left_for_its_name, to_everybody};
use super::tab::Alone;
use super::typed::judged;
use super::warned::{self, Out, put_away, warning};
use super::{Effect, Replacement, Reply, Request, Say, Sender, Spoken, Tabs, Team};
use crate::call::letter;
use crate::jitsi::{Address, Server};
use crate::memory::familiar::{self, Day, Stage};
use crate::memory::{Answered, RoomKey, Stored, answered, dismiss, undo};
use crate::settings::{Settings, Watched};
use crate::text::{Text, Tone};
use crate::warning::{Finding, Notice, Shape, visit, welcome};

/// A question, and what is found of it before it is known what the user chose: what is always watched does not depend
/// on that, and the browser looks it up meanwhile.
#[derive(Debug)]
pub struct Asked {
    request: Request,
    sender: Sender,
    found: Option<Finding>,
}

impl Asked {
    /// Looks at a question.
    #[must_use]
    pub fn new(request: Request, sender: Sender) -> Self {
        let found = visit(&sender.page(), &Watched::default());
        Self { request, sender, found }
    }
}

/// What an answer depends on.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The settings that hold.
    pub settings: &'a Settings,
    /// What is watched.
    pub watched: &'a Watched,
    /// What is stored.
    pub stored: &'a dyn Stored,
    /// Whether the user's organisation lets rooms be pinned.
    pub may_pin: bool,
    /// The time, in milliseconds since 1970.
    pub now: f64,
    /// The user's language.
    pub say: Say<'a>,
}

/// A decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What the content script is answered, if all of `first` went well.
    pub reply: Reply,
    /// What has to happen before.
    pub first: Vec<Effect>,
    /// What may happen meanwhile: nobody waits for it, and each of it happens though others fail.
    pub then: Vec<Effect>,
}

impl From<Reply> for Answer {
    fn from(reply: Reply) -> Self {
        Self { reply, first: Vec::new(), then: Vec::new() }
    }
}

impl Answer {
    fn done(first: Vec<Effect>) -> Self {
        Self { first, ..Reply::Done.into() }
    }

    fn meanwhile(self, then: Vec<Effect>) -> Self {
        Self { then, ..self }
    }
}

/// Answers a question. What is said of a page goes into `tabs`; what is drawn for the answer, such as the room that is
/// offered, is drawn with `rng`. Without randomness the answer fails, and what was said marks the icon all the same.
pub fn answer<R: TryRng>(asked: Asked, known: &Known, tabs: &mut Tabs, rng: &mut R) -> Answer {
    let Asked { request, sender, found } = asked;
    let (tab, visitor, say) = (sender.tab, sender.visitor(), known.say);
    if request == Request::Leave {
        return Answer::from(Reply::Done).meanwhile(tabs.leave(&sender, say));
    }
    // What is watched from the start may have been switched off.
    let found = found.filter(|found| match found {
        Finding::Service(service) => known.watched.has_service(*service),
        Finding::Room(_) => true,
    });
    let Some(finding) = found.or_else(|| visit(&sender.page(), known.watched)) else {
        return at_no_room(request, &sender, known, tabs);
    };
    let key = RoomKey::of(&finding);
    let stored = known.stored;
    let is_pinned = |link: &str| pinned(&finding, &sender, stored).as_deref() == Some(link);
    let changes = |changes: Vec<_>| Answer::done(changes.into_iter().map(Effect::Change).collect());
    match request {
        Request::Visit => tell(&finding, &key, &sender, known, tabs, rng),
        Request::Dismiss { lasts } => {
            // Whoever puts it away in the new room has told the others, or does not want to.
            let told = !visitor.framed && alone(&finding, &sender, tabs).is_some();
            let told = told.then(|| tabs.lead(tab, None)).flatten();
            let learnt = learn(&finding, &key, &sender, known, rng);
            let reply = if Notice::of(&finding).tone == Tone::Calm {
                Reply::Done
            } else {
                Reply::Warning(Box::new(put_away(&finding, lasts && key.can_last(), visitor, say)))
            };
            let then = told.into_iter().chain(learnt).collect();
            Answer { reply, ..changes(dismiss(&key, visitor)).meanwhile(then) }
        }
        Request::Undo => changes(undo(stored, &key, visitor)),
        Request::Told => {
            let used = used(&finding, true, &sender, stored, tabs);
            Answer::from(Reply::Done).meanwhile(used.into_iter().collect())
        }
        Request::Copy { text } => Answer::done(vec![Effect::Copy(text)]),
        Request::Hidden => Answer::from(Reply::Done).meanwhile(tabs.hide(&sender, say)),
        Request::Back { .. } if visitor.framed => Reply::Refused.into(),
        Request::Back { alone: true } => Answer::done(vec![Effect::Navigate(tab, "about:blank".to_owned())]),
        Request::Back { alone: false } => Answer::done(vec![Effect::GoBack(tab)]),
        Request::Move { to, .. } if finding.link().as_ref() == Some(&to) && !visitor.framed => {
            Answer::done(vec![Effect::Navigate(tab, to)])
        }
        Request::Move { to, told } if is_ours(&to, &known.settings.server) || is_pinned(&to) => {
            let is_kept = known.settings.recent_rooms && !visitor.private;
            let remembered = is_kept.then(|| Effect::Remember(to.clone()));
            if visitor.framed {
                // The page around has its own controls for what is in the frame.
                return Answer::done(vec![Effect::Open(to)]).meanwhile(remembered.into_iter().collect());
            }
            // Of a room that is pinned, or was told of before, others may know.
            let is_told = told || is_pinned(&to) || Replacement::of(&sender.page(), &finding).is_told(stored);
            let left = if is_told { None } else { leading(&finding, &to, &known.settings.server, say) };
            let used = used(&finding, told, &sender, stored, tabs);
            let led = tabs.lead(tab, left);
            let then = remembered.into_iter().chain(used).chain(led).collect();
            Answer::done(vec![Effect::Navigate(tab, to)]).meanwhile(then)
        }
        Request::Move { .. } | Request::Judge { .. } | Request::Leave => Reply::Refused.into(),
    }
}

/// What is said to somebody who goes from `finding` to the room at `link` without having told anybody.
fn leading(finding: &Finding, link: &str, server: &Server, say: Say) -> Option<Alone> {
    let room = Address::parse(link, server).ok()?.link();
    let back = say(&Text::with("alone_back", [finding.name()]));
    Some(Alone { room, back, message: letter(&to_everybody(finding, link), link, say) })
}

/// The link to the room that the user pinned in the place of `finding`.
fn pinned(finding: &Finding, sender: &Sender, stored: &dyn Stored) -> Option<String> {
    let team = Team::at(&sender.page(), finding)?;
    team.pinned(&stored.pins()).map(str::to_owned)
}

/// What keeps the new room that was shown in the place of `finding`, now that somebody goes there, or has `told` others of
/// it: in a private window nothing but the tab does.
fn used(
    finding: &Finding,
    told: bool,
    sender: &Sender,
    stored: &dyn Stored,
    tabs: &mut Tabs,
) -> Option<Effect> {
    let visitor = sender.visitor();
    let is_kept = !visitor.framed && !visitor.private;
    let replacement = is_kept.then(|| Replacement::of(&sender.page(), finding))?;
    replacement.used(stored, tabs.of(sender.tab), told).map(Effect::Change)
}

/// What is said to the user who is alone in the room that was found.
fn alone(finding: &Finding, sender: &Sender, tabs: &mut Tabs) -> Option<Alone> {
    let Finding::Room(room) = finding else { return None };
    tabs.alone_in(sender.tab, &room.address.link())
}

/// Whether `link` leads to a room where our own are made: nothing else sends a visitor away.
fn is_ours(link: &str, server: &Server) -> bool {
    let room = Address::parse(link, server);
    link.starts_with("https://") && room.is_ok_and(|room| room.is_on(server))
}

/// What a page may ask that is not warned about.
fn at_no_room(request: Request, sender: &Sender, known: &Known, tabs: &mut Tabs) -> Answer {
    let server = welcome(&sender.page(), known.watched);
    match (request, server) {
        (Request::Visit, server) => {
            let reply = if server.is_some() { Reply::Welcome } else { Reply::Quiet };
            Answer::from(reply).meanwhile(tabs.say(sender, None, known.say))
        }
        (Request::Judge { name }, Some(server)) => match judged(&name, &server, known.say) {
            Some(judged) => Reply::Judged(Box::new(judged)).into(),
            None => Reply::Quiet.into(),
        },
        _ => Reply::Refused.into(),
    }
}

/// What is kept of it that the warning about `finding` was answered. Without randomness, nothing: it is as large as ever
/// then.
fn learn<R: TryRng>(
    finding: &Finding,
    key: &RoomKey,
    sender: &Sender,
    known: &Known,
    rng: &mut R,
) -> Vec<Effect> {
    let is_warned = Shape::of(finding, Notice::of(finding).tone, known.watched).is_some();
    if !is_warned || !Shape::fades(finding, known.watched, sender.visitor()) {
        return Vec::new();
    }
    let learnt = familiar::answer(known.stored, key, Day::of(known.now), rng).unwrap_or_default();
    learnt.into_iter().map(Effect::Change).collect()
}

/// Says what there is to say about `finding`: on the icon always, in the page if it is a warning that the user has not
/// answered yet.
fn tell<R: TryRng>(
    finding: &Finding,
    key: &RoomKey,
    sender: &Sender,
    known: &Known,
    tabs: &mut Tabs,
    rng: &mut R,
) -> Answer {
    let Known { watched, stored, now, say, .. } = *known;
    let mut notice = Spoken::of(&Notice::of(finding), say);
    let visitor = sender.visitor();
    let answered = answered(stored, key, visitor);
    let is_calm = notice.tone == Tone::Calm;
    // What was switched off on purpose is no alarm, whoever did it.
    let is_off = !is_calm && (answered == Some(Answered::ForGood) || finding.is_known(watched));
    let marked = if is_off { Spoken { tone: Tone::Off, ..notice.clone() } } else { notice.clone() };
    let told = tabs.say(sender, Some(marked), say);
    let left_alone = if is_calm && !visitor.framed { alone(finding, sender, tabs) } else { None };
    let shape = Shape::of(finding, notice.tone, watched).filter(|_| answered.is_none());
    let fades = Shape::fades(finding, watched, visitor);
    let stage = if fades { familiar::stage(stored, key, Day::of(now)) } else { Stage::New };
    let shape = shape.and_then(|shape| stage.left_of(shape));
    let (reply, drawn) = match (left_alone, shape) {
        (Some(left_alone), _) => (Reply::Warning(Box::new(warned::alone(&left_alone, say))), None),
        (None, None) => (Reply::Quiet, None),
        (None, Some(shape)) => match out(finding, sender, known, tabs, rng) {
            Ok((out, drawn)) => {
                let title = match stage {
                    _ if out.is_pinned => Some("warning_pinned"),
                    Stage::Due => Some("warning_for_good"),
                    _ => None,
                };
                // Both say that strangers can guess the name.
                if let Some(title) = title.filter(|_| notice.tone == Tone::Danger) {
                    notice.title = say(&Text::with(title, [finding.name()]));
                }
                (Reply::Warning(Box::new(warning(finding, notice, shape, &out, visitor, say))), drawn)
            }
            Err(_) => (Reply::Failed, None),
        },
    };
    Answer::from(reply).meanwhile(told.into_iter().chain(drawn).collect())
}

/// The way out of the page that `finding` is: the same room without what weakens the call, where nothing else is wrong; the
/// one that is pinned in its place; the one that was drawn for it before; else a new one, which the tab keeps.
fn out<R: TryRng>(
    finding: &Finding,
    sender: &Sender,
    known: &Known,
    tabs: &mut Tabs,
    rng: &mut R,
) -> Result<(Out, Option<Effect>), R::Error> {
    let Known { settings, stored, now, may_pin, .. } = *known;
    if let Some(link) = finding.cleaned() {
        return Ok((Out { link, is_pinned: false, can_be_pinned: false, is_secret: false }, None));
    }
    if let Some(link) = pinned(finding, sender, stored) {
        return Ok((Out { link, is_pinned: true, can_be_pinned: false, is_secret: true }, None));
    }
    let replacement = Replacement::of(&sender.page(), finding);
    let can_be_pinned = may_pin && left_for_its_name(finding).is_some() && sender.visitor().can_last();
    if let Some(link) = replacement.drawn(stored, tabs.of(sender.tab), settings) {
        return Ok((Out { link, is_pinned: false, can_be_pinned, is_secret: true }, None));
    }
    let (link, drawn) = replacement.draw(settings, now, rng)?;
    // In a frame it is the page around that decides how often one is drawn, and what the tab keeps; and it may have had it
    // copied.
    let kept = !sender.visitor().framed;
    let kept = kept.then(|| tabs.draw(sender.tab, replacement.key().to_owned(), drawn));
    Ok((Out { link, is_pinned: false, can_be_pinned, is_secret: kept.is_some() }, kept))
}

#[cfg(test)]
mod tests;
