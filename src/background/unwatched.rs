//! Pages of a service that is watched from the start and that the user has switched off: there nothing is said.

use super::{Answer, Known, Reply, Request, Sender, Tabs};
use crate::platform::WebUrl;
use crate::service::Service;

/// The answer to `request` of such a page; `None` of every other page, and for a page that goes.
pub fn unwatched(request: &Request, sender: &Sender, known: &Known, tabs: &mut Tabs) -> Option<Answer> {
    let page = WebUrl::parse(&sender.page())?;
    let service = Service::at(&page.host, &page.path)?;
    if known.watched.has_service(service) || *request == Request::Leave {
        return None;
    }
    // What was said of it before it was switched off is said no longer.
    let quiet = |then| Answer { reply: Reply::Quiet, first: Vec::new(), then };
    let is_visit = *request == Request::Visit;
    Some(if is_visit { quiet(tabs.say(sender, None, known.say)) } else { Reply::Refused.into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::Effect;
    use crate::background::tests::{at, speak, spoken};
    use crate::memory::Shelf;
    use crate::settings::{Settings, Watched};
    use crate::text::Tone;

    fn answered(url: &str, request: &Request, unwatched_services: &[&str]) -> Option<Answer> {
        let unwatched_services = unwatched_services.iter().map(|id| (*id).to_owned()).collect();
        let watched = Watched { unwatched_services, ..Watched::default() };
        let (settings, shelf) = (Settings::default(), Shelf::default());
        let known = Known { settings: &settings, watched: &watched, stored: &shelf, now: 0.0, say: &speak };
        let mut tabs = Tabs::default();
        let sender = at(url, 0, "d0", false);
        tabs.say(&sender, Some(spoken(Tone::Danger, "said before")), &speak);
        unwatched(request, &sender, &known, &mut tabs)
    }

    #[test]
    fn a_service_that_was_switched_off_is_left_alone_and_the_icon_says_nothing() {
        for (url, id) in [
            ("https://web.skype.com/", "skype"),
            ("https://teams.live.com/v2/", "teams-free"),
            ("https://hangouts.google.com./", "hangouts"),
        ] {
            let answer = answered(url, &Request::Visit, &[id]).unwrap();
            assert_eq!((&answer.reply, &answer.first[..]), (&Reply::Quiet, &[][..]), "{url}");
            let marks = answer
                .then
                .iter()
                .any(|effect| matches!(effect, Effect::Mark(7, mark) if mark.tone == Tone::Calm));
            assert!(marks, "{:?}", answer.then);
            assert_eq!(answered(url, &Request::Hidden, &[id]), Some(Reply::Refused.into()), "{url}");
            assert_eq!(answered(url, &Request::Leave, &[id]), None, "{url}");
        }
    }

    #[test]
    fn all_else_is_answered_as_ever() {
        for url in ["https://web.skype.com/", "https://meet.jit.si/standup", "https://site.example/"] {
            assert_eq!(answered(url, &Request::Visit, &["hangouts"]), None, "{url}");
        }
        // What is watched by choice is not switched off that way.
        assert_eq!(answered("https://meet.jit.si/skype", &Request::Visit, &["skype", "zoom"]), None);
    }
}
