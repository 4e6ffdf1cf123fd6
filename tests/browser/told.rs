//! What icon and popup tell is so, whatever a page does: no page reaches them, and none makes them say what is not so.

use harness::anyhow::{Context as _, ensure};
use harness::wait::until;
use harness::{Browser, Page, Place, Session, anyhow, in_both_browsers, json, run_alone};

use crate::support::{
    ROOM, a_press_would_count, badge_is, click_on, close_popup, dismissed, is_held, is_known_to_hide,
    is_painted, popup_tells, settled, store, stored, strikes, tells,
};

/// Opens the page at `address` with `attack` in it, and waits until all has been said that will be said of it.
async fn open(session: &Session, address: &str, attack: &str) -> anyhow::Result<()> {
    let (host, path) = address.trim_start_matches("https://").split_once('/').unwrap_or((address, ""));
    session.site().set(host, &format!("/{path}"), Page::html(attack));
    session.open(address).await?;
    until("the page or a frame in it to be judged", async || Ok(settled(session).await?.then_some(()))).await
}

/// Gives the page another address without loading it.
async fn rename(session: &Session, path: &str) -> anyhow::Result<()> {
    let rename = "(root, path) => root.defaultView.history.replaceState(null, '', path)";
    session.call(Place::Page, rename, json!([path])).await.map(drop)
}

in_both_browsers! {
    async fn no_frame_endorses_the_page_around_it(session: &Session) {
        let attack = include_str!("hostile/any-site-endorsed-by-a-frame.html");
        open(session, "https://meet-jit-si.example/", attack).await?;
        session.open_popup_in_person().await?;
        let said = session.text_when(Place::Popup, "tab-status", |text| text.contains("only looks like it")).await?;
        assert!(!said.contains("strong"), "{said}");
    }

    async fn a_guessable_room_in_a_frame_is_told_of_as_a_frames(session: &Session) {
        let frame = "<iframe src='https://meet.jit.si/standup'></iframe>";
        open(session, "https://meet-jit-si.example/", frame).await?;
        badge_is(session, "!").await?;
        session.open_popup_in_person().await?;
        let said = session.text_when(Place::Popup, "tab-status", |text| text.contains("inside this one")).await?;
        assert!(said.find("only looks like it") < said.find("Strangers can guess"), "{said}");
        assert!(said.contains("only looks like it"), "{said}");
    }

    async fn a_page_that_renames_itself_at_once_and_hides_the_warning_is_not_called_strong(session: &Session) {
        let attack = include_str!("hostile/address-changed-and-removed.html");
        open(session, &format!("{ROOM}address-changed-and-removed/amber-trumpet-lagoon-visor-clinic"), attack).await?;
        is_known_to_hide(session, true).await?;
        ensure!(!is_painted(session).await?, "it does not hide the warning any more");
        let said = tells(session, "!", "keeps hiding").await?;
        assert!(said.contains("Strangers can guess") && !said.contains("strong"), "{said}");
    }

    async fn a_link_that_is_nested_without_end_is_judged_as_any(session: &Session) {
        let nested = format!("{}1{}", "{%22%22:".repeat(11_000), "}".repeat(11_000));
        for key in ["x", "config"] {
            session.open("https://site.example/").await?;
            session.open(&format!("{ROOM}weekly#{key}={nested}")).await?;
            session.warning().await?;
            badge_is(session, "!").await?;
            session.open_popup_in_person().await?;
            session.text_when(Place::Popup, "tab-status", |text| text.contains("Strangers can guess")).await?;
            close_popup(session).await?;
        }
        // Nor does it keep the tab from what is opened there next.
        session.open("https://web.skype.com/").await?;
        session.warning().await?;
    }

    async fn a_page_that_is_left_has_not_the_last_word(session: &Session) {
        let go = "<a id=go href='https://web.skype.com/' style='position: fixed; top: 500px'>Go</a>";
        let late = "addEventListener('pagehide', (event) => {
          event.stopImmediatePropagation();
          const start = performance.now();
          while (performance.now() < start + 300);
          history.replaceState(null, '', '/washroom-arbitrary-dividend-trimness-pedicure');
          MORE
        }, true);";
        let another = "document.documentElement.replaceWith(document.createElement('html'));";
        let anew = format!(
            "addEventListener('load', () => {{
              document.open();
              {}
              document.write(`<title>Attacked</title>{go}`);
              document.close();
            }});",
            late.replace("MORE", "")
        );
        for (name, script) in [
            ("moved", late.replace("MORE", "")),
            ("another-element", late.replace("MORE", another)),
            ("written-anew", anew),
        ] {
            let path = format!("/{name}/amber-trumpet-lagoon-visor-clinic");
            let page = format!("<script>{script}</script>{go}");
            session.site().set("meet.jit.si", &path, Page::html(&page));
            // Firefox tells no driver that such a page has loaded.
            let open = "(root, path) => { root.location = path; }";
            session.open(&format!("{ROOM}static/before.html")).await?;
            session.call(Place::Page, open, json!([path])).await?;
            strikes(session, &page).await?;
            until("the page", async || Ok(session.address().await?.ends_with(&path).then_some(()))).await?;
            ensure!(settled(session).await?, "{name} is not watched");
            session.click(Place::Page, "go").await?;
            session.warning().await?;
            // It stays by the time that the page before could have spoken.
            a_press_would_count(session).await?;
            badge_is(session, "!").await.with_context(|| name)?;
        }
    }

    async fn a_page_that_keeps_its_move_from_everybody_is_warned_of(session: &Session) {
        let unheard = "<h1>Room</h1><script>
          navigation.addEventListener('currententrychange', (event) => event.stopImmediatePropagation(), true);
        </script>";
        // The browser tells a page that its server has sandboxed of no move.
        let sandboxed = Page::html("<h1>Room</h1>").header("content-security-policy", "sandbox allow-scripts");
        for (name, page) in [("unheard", Page::html(unheard)), ("sandboxed", sandboxed)] {
            let path = format!("/{name}/amber-trumpet-lagoon-visor-clinic");
            session.site().set("meet.jit.si", &path, page);
            session.open(&format!("https://meet.jit.si{path}")).await?;
            ensure!(settled(session).await?, "{name} is not watched");
            ensure!(!session.is_warned().await?, "{name} is warned of before it moves");
            rename(session, &format!("/{name}/standup")).await?;
            badge_is(session, "!").await.with_context(|| name)?;
            until("the warning", async || Ok(is_painted(session).await?.then_some(()))).await.with_context(|| name)?;
        }
    }

    async fn a_page_that_hides_the_warning_is_told_of_by_every_name(session: &Session) {
        let attack = include_str!("hostile/removed-for-ever.html");
        open(session, &format!("{ROOM}removed/standup"), attack).await?;
        is_known_to_hide(session, true).await?;
        rename(session, "/renamed/standup").await?;
        let said = tells(session, "!", "keeps hiding").await?;
        assert!(said.contains("Strangers can guess"), "{said}");
        // Under a strong name nothing good is said of it either.
        rename(session, "/renamed/amber-trumpet-lagoon-visor-clinic").await?;
        let said = tells(session, "?", "keeps hiding").await?;
        assert!(!said.contains("name is strong"), "{said}");
    }

    async fn a_page_that_won_and_renames_itself_to_a_room_that_reads_alike_is_told_of(session: &Session) {
        let attack = include_str!("hostile/removed-then-another-address.html");
        open(session, &format!("{ROOM}alike/standup"), attack).await?;
        is_known_to_hide(session, true).await?;
        until("the page to rename itself", async || {
            Ok((session.address().await? == format!("{ROOM}xalike/standup")).then_some(()))
        })
        .await?;
        ensure!(settled(session).await?);
        until("the warning in a picture", async || Ok(is_painted(session).await?.then_some(()))).await?;
        let said = tells(session, "!", "keeps hiding").await?;
        assert!(said.contains("Strangers can guess"), "{said}");
        click_on(session, "join-anyway", async || Ok(dismissed(session).await? == 1)).await?;
    }

    async fn a_frame_that_writes_the_page_anew_lends_it_no_name(session: &Session) {
        let attack = include_str!("hostile/written-by-a-frame.html");
        open(session, &format!("{ROOM}written-by-a-frame/standup"), attack).await?;
        strikes(session, attack).await?;
        ensure!(settled(session).await?);
        if session.browser() == Browser::Chromium {
            // The address bar keeps the page's own, though the document has the frame's.
            is_held(session).await?;
        } else {
            // The address bar has the frame's, too.
            tells(session, "", "strong").await?;
        }
    }

    async fn no_site_takes_the_memory_of_another(session: &Session) {
        session.site().set("meet.jit.si", "/filler", Page::html(include_str!("hostile/filler.html")));
        let attack = include_str!("hostile/any-site-fills-the-memory.html");
        open(session, "https://site.example/", attack).await?;
        until("all frames to be there", async || {
            let framed = session.call(Place::Page, "(root) => root.title", json!([])).await?;
            Ok((framed == json!("Filled")).then_some(()))
        })
        .await?;
        session.open_tab("https://meet.jit.si/standup").await?;
        is_held(session).await?;
        let used = "async () => JSON.stringify(await chrome.storage.session.get(null)).length";
        let used = session.call(Place::Background, used, json!([])).await?;
        assert!(used.as_u64() < Some(30_000), "{used} bytes are kept of one tab");
    }

    async fn a_full_memory_takes_no_mark_away(session: &Session) {
        // To the last few bytes in Chromium; Firefox, which may give as much as there is, is told to refuse.
        let fill = "async () => {
          const { session } = chrome.storage;
          for (let size = 1 << 23; session.QUOTA_BYTES && size > 0; size = Math.floor(size / 2)) {
            await session.set({ [`filler${size}`]: 'x'.repeat(size) }).catch(() => {});
          }
          if (!session.getBytesInUse || (await session.getBytesInUse(null)) < session.QUOTA_BYTES - 100) {
            session.set = () => Promise.reject(new Error('full'));
          }
        }";
        session.call(Place::Background, fill, json!([])).await?;
        session.open(&format!("{ROOM}standup")).await?;
        session.warning().await?;
        badge_is(session, "!").await?;
        session.open_popup_in_person().await?;
        session.text_when(Place::Popup, "tab-status", |text| text.contains("Strangers can guess")).await?;
    }

    async fn no_script_in_a_page_reads_or_writes_what_is_stored(session: &Session) {
        store(session, json!({ "server": "meet.example.org" })).await?;
        session.open(&format!("{ROOM}standup")).await?;
        session.warning().await?;
        // Lets the extension run scripts in the page, as it otherwise may only in its own way.
        session.open_popup_in_person().await?;
        let reach = "async () => {
          if (!chrome.storage.local.setAccessLevel) return 'open to all';
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const func = async () => {
            const does = async (act) => act().then(() => true, () => false);
            const { local, session } = chrome.storage;
            return [
              await does(async () => local.get()),
              await does(async () => local.set({ server: 'evil.example' })),
              await does(async () => session.get()),
            ].join();
          };
          const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func });
          return result;
        }";
        let reached = session.call(Place::Background, reach, json!([])).await?;
        let firefox_is_older = session.browser() == Browser::Firefox && reached == json!("open to all");
        assert!(firefox_is_older || reached == json!("false,false,false"), "{reached}");
        assert_eq!(stored(session).await?["server"], json!("meet.example.org"));
    }

    fn a_page_that_is_busy_for_ever_is_told_of(browser: Browser) {
        run_alone(browser, async |session| {
            open_unseen(session, include_str!("hostile/busy-loop.html")).await?;
            tells(session, "!", "Strangers can guess").await.map(drop)
        })?;
    }

    fn a_page_that_asks_without_end_is_told_of(browser: Browser) {
        run_alone(browser, async |session| {
            open_unseen(session, include_str!("hostile/alert-at-once.html")).await?;
            tells(session, "!", "Strangers can guess").await.map(drop)
        })?;
    }

    async fn a_room_that_is_opened_without_encryption_is_told_of(session: &Session) {
        session.open("http://meet.jit.si/plain/standup").await?;
        if session.browser() == Browser::Chromium {
            ensure!(session.address().await?.starts_with("https://"), "it goes to where nobody listens on the way");
            return is_held(session).await;
        }
        // Drivers have Firefox not ask for https first, as it is where nobody answers that.
        ensure!(session.address().await?.starts_with("http://"));
        ensure!(!settled(session).await?, "a script runs there now: it can be warned of");
        badge_is(session, "").await?;
        session.open_popup_in_person().await?;
        popup_tells(session, "Nobody can tell whether this is the real meet.jit.si").await?;
    }

    async fn a_page_that_loads_itself_anew_all_the_time_is_told_of_meanwhile(session: &Session) {
        let attack = include_str!("hostile/reload-loop.html")
            .replace("turns < 20", "!sessionStorage.stop")
            // Else Chromium's driver finds no moment to look.
            .replace("location.reload()", "location.reload(), 200");
        // No driver waits until it has loaded.
        open_unseen(session, &attack).await?;
        session.switch_to_tab(|address| address == format!("{ROOM}standup")).await?;
        let turns = async || {
            until("the page between two loads", async || {
                let turns = "(root) => Number(root.defaultView.sessionStorage.turns)";
                Ok(session.call(Place::Page, turns, json!([])).await?.as_u64())
            })
            .await
        };
        session.open_popup_in_person().await?;
        let before = turns().await?;
        popup_tells(session, "Strangers can guess").await?;
        until("it to load itself anew", async || Ok((turns().await? > before).then_some(()))).await?;
        until("it to stop", async || {
            let stop = "(root) => { root.defaultView.sessionStorage.stop = 1; return root.title; }";
            Ok((session.call(Place::Page, stop, json!([])).await? == json!("Attacked")).then_some(()))
        })
        .await?;
        is_held(session).await?;
    }

    async fn a_frame_that_says_that_it_left_is_told_of_all_the_same(session: &Session) {
        let attack = include_str!("hostile/frame-that-says-it-left.html");
        session.site().set("meet.jit.si", "/framed/standup", Page::html(attack));
        let around = "<iframe src='/framed/standup' style='border: 0; width: 100vw; height: 100vh'></iframe>";
        session.site().set("meet.jit.si", "/", Page::html(around));
        session.open(ROOM).await?;
        is_known_to_hide(session, true).await?;
        ensure!(!is_painted(session).await?, "it does not hide the warning any more");
        tells(session, "!", "keeps hiding").await?;
    }

    async fn a_page_that_comes_back_from_the_cache_unheard_is_told_of(session: &Session) {
        let away = "<script>addEventListener('load', () => setTimeout(() => history.back(), 200));</script>";
        session.site().set("meet.jit.si", "/static/away.html", Page::html(away));
        let attack = include_str!("hostile/back-from-the-cache-unheard.html");
        session.site().set("meet.jit.si", "/standup", Page::html(attack));
        session.open(&format!("{ROOM}standup")).await?;
        until("the way through the cache", async || {
            Ok(session.address().await?.ends_with("away.html").then_some(()))
        })
        .await?;
        until("the way back", async || Ok(session.address().await?.ends_with("/standup").then_some(()))).await?;
        is_known_to_hide(session, true).await?;
        ensure!(!is_painted(session).await?, "it does not hide the warning any more");
        tells(session, "!", "keeps hiding").await?;
    }

    async fn a_page_that_wrote_itself_anew_in_the_cache_is_told_of(session: &Session) {
        let away = "<script>addEventListener('load', () => setTimeout(() => history.back(), 200));</script>";
        session.site().set("meet.jit.si", "/static/away.html", Page::html(away));
        // Chromium says first that the page goes on, and Firefox that it is visible.
        let attack = "<script>
          let isLeft = false;
          const write = () => {
            if (!isLeft || document.hidden && !('onresume' in document)) return;
            isLeft = false;
            document.open();
            for (const kind of ['visibilitychange', 'pageshow', 'popstate']) {
              addEventListener(kind, (event) => {
                event.stopImmediatePropagation();
                if (!document.hidden) history.replaceState(null, '', '/standup');
              }, true);
            }
            document.write('<title>Attacked</title><h1>Call</h1>');
            document.close();
          };
          for (const kind of ['resume', 'visibilitychange']) document.addEventListener(kind, write, true);
          addEventListener('pagehide', () => { isLeft = true; });
          addEventListener('load', () => setTimeout(() => { location.href = '/static/away.html'; }, 500));
        </script>";
        session.site().set("meet.jit.si", "/amber-trumpet-lagoon-visor-clinic", Page::html(attack));
        session.open(&format!("{ROOM}amber-trumpet-lagoon-visor-clinic")).await?;
        strikes(session, attack).await?;
        session.warning().await?;
        badge_is(session, "!").await?;
    }

    async fn hundreds_of_frames_hold_up_no_other_tab(session: &Session) {
        let log = "() => {
          const log = [];
          const { setBadgeText } = chrome.action;
          chrome.runtime.onMessage.addListener((message, { tab }) => { log.push(['asked', tab.id]); });
          chrome.action.setBadgeText = (mark) => {
            log.push(['marked', mark.tabId]);
            return setBadgeText.call(chrome.action, mark);
          };
          chrome.tabs.log = log;
        }";
        session.call(Place::Background, log, json!([])).await?;
        let frames = "<script>
          for (let frame = 0; frame < 200; frame += 1) {
            const element = document.createElement('iframe');
            element.src = `https://meet.jit.si/standup-${frame}`;
            document.body.append(element);
          }
        </script>";
        session.site().set("site.example", "/", Page::html(frames));
        // Nobody waits until it has loaded.
        let both = "async (_, flood, room) => {
          await chrome.tabs.create({ url: flood });
          await chrome.tabs.create({ url: room });
        }";
        let room = format!("{ROOM}standup");
        session.call(Place::Background, both, json!(["https://site.example/", room])).await?;
        session.switch_to_tab(|address| address == room).await?;
        session.warning().await?;
        badge_is(session, "!").await?;
        let between = "async () => {
          const [{ id }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const { log } = chrome.tabs;
          const at = (what) => log.findIndex(([is, tab]) => is === what && tab === id);
          const others = log.slice(at('asked'), at('marked')).filter(([is]) => is === 'marked');
          return [at('asked') >= 0, others.length];
        }";
        let between = session.call(Place::Background, between, json!([])).await?;
        assert_eq!(between[0], json!(true), "it was heard when the room was asked about");
        assert!(between[1].as_u64() < Some(20), "{between} marks of another tab came first");
    }
}

/// Opens a page in a tab of its own that paints nothing and never ends.
async fn open_unseen(session: &Session, attack: &str) -> anyhow::Result<()> {
    session.site().set("meet.jit.si", "/standup", Page::html(attack));
    session.open("https://example.org/").await?;
    let open = "async (_, url) => { await chrome.tabs.create({ url }); }";
    session.call(Place::Background, open, json!([format!("{ROOM}standup")])).await.map(drop)
}
