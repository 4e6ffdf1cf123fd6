//! Promises about the whole estimator.

use proptest::prelude::*;

use super::*;

fn bits(name: &str) -> f64 {
    assess(name).bits.get()
}

#[test]
fn what_people_and_generators_call_rooms_gets_the_right_verdict() {
    for (name, verdict) in [
        ("standup", Verdict::Guessable),
        ("TeamMeeting2025", Verdict::Guessable),
        ("Besprechung-Montag", Verdict::Guessable),
        ("встреча-отдел", Verdict::Guessable),
        ("vstrecha2024", Verdict::Guessable),
        ("huiyi", Verdict::Guessable),
        ("réunion-équipe", Verdict::Guessable),
        ("m33t1ng", Verdict::Guessable),
        ("upd47326", Verdict::Guessable),
        ("31-de-mayo-de-2024", Verdict::Guessable),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Verdict::Guessable),
        ("standup-standup-standup-standup", Verdict::Guessable),
        ("qwertyuiop", Verdict::Guessable),
        ("one-two-three-four-five", Verdict::Guessable),
        ("five-four-three-two-one", Verdict::Guessable),
        ("1q2w3e4r5t6y", Verdict::Guessable),
        ("1qaz2wsx3edc", Verdict::Guessable),
        ("zaq12wsxcde3", Verdict::Guessable),
        ("qwe123asd456", Verdict::Guessable),
        ("a1b2c3d4e5f6", Verdict::Guessable),
        ("11223344556677889900", Verdict::Guessable),
        ("0987654321", Verdict::Guessable),
        ("5f4dcc3b5aa765d61d8327deb882cf99", Verdict::Guessable),
        ("correct-horse-battery-staple", Verdict::Guessable),
        ("letmein1", Verdict::Guessable),
        ("weekly-letmein1", Verdict::Guessable),
        ("bWVldGluZw", Verdict::Guessable),
        ("moderated/c0fbdc38b1762851a9221b774a130fd2ae0bf78c61bd69eb334f8cd2caa08319", Verdict::Guessable),
        ("moderated/faf57089abb075e1133167ba9129db0f31ee7d315de64ad5e9e152aabd2276f7", Verdict::Weak),
        ("SpecificRosesEstablishAllegedly", Verdict::Weak),
        ("qzm-tkwv-xoh", Verdict::Strong),
        ("abc-defg-hij", Verdict::Guessable),
        ("dev-team-web", Verdict::Guessable),
        ("00000000-0000-0000-0000-000000000000", Verdict::Guessable),
        ("12345678-1234-1234-1234-123456789012", Verdict::Guessable),
        ("00000000-0000-4000-8000-000000000001", Verdict::Guessable),
        ("aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", Verdict::Guessable),
        ("550e8400-e29b-41d4-a716-446655440000", Verdict::Guessable),
        ("11111111-1111-4111-8111-111111111111", Verdict::Guessable),
        ("deadbeef-dead-beef-dead-beefdeadbeef", Verdict::Guessable),
        ("550e8400e29b41d4a716446655440000", Verdict::Guessable),
        ("b91d83db_7cdc_4fbd_9cc7_dc4a2fa7d87a", Verdict::Strong),
        ("b91d83db7cdc4fbd9cc7dc4a2fa7d87a", Verdict::Strong),
        ("20260715T183117Z", Verdict::Weak),
        ("meet-2026-07-15T18-30-00-000Z", Verdict::Guessable),
        ("INC0012345", Verdict::Guessable),
        ("10110011110101101001010011011010", Verdict::Weak),
        ("poiuhgyuytr5", Verdict::Weak),
        ("🐏🍟🐹🧡🧡👝", Verdict::Strong),
        ("01234567-89ab-cdef-0123-456789abcdef", Verdict::Guessable),
        // Version 5: of a name that somebody knows.
        ("3d813cbb-47fb-5a5b-91be-6a0c1d2f4e77", Verdict::Weak),
        ("grek-ljum-hilka-kam", Verdict::Strong),
        ("tetjzidtota", Verdict::Strong),
        ("amber-trumpet-lagoon-visor-clinic", Verdict::Strong),
        ("b91d83db-7cdc-4fbd-9cc7-dc4a2fa7d87a", Verdict::Strong),
        ("k7x4w5jo2q", Verdict::Strong),
    ] {
        assert_eq!(assess(name).verdict, verdict, "{name}: {:.1}", bits(name));
    }
}

/// Names that were reported as judged wrong by tens of bits, with what they may be worth.
#[test]
fn what_was_reported_is_worth_what_it_is() {
    for (name, least, most) in [
        // Times to the second, within ten years.
        ("20260715183000000Z4217", 10.0, 45.0),
        ("standup20260715183000", 10.0, 32.0),
        ("20260715T183000Z", 10.0, 30.0),
        ("meet-2026-07-15T18-30-00-000Z", 10.0, 32.0),
        ("call202607151830mira", 10.0, 40.0),
        // Lines that everybody knows.
        ("ElPuebloUnidoJamasSeraVencido", 5.0, 44.9),
        ("الشعب-يريد-إسقاط-النظام", 5.0, 44.9),
        ("ToBeOrNotToBeThatIsTheQuestion", 5.0, 44.9),
        ("MayTheForceBeWithYou", 5.0, 44.9),
        ("may-the-force-be-with-you", 5.0, 44.9),
        ("FreiburgVsGladbach", 10.0, 40.0),
        ("freiburg-vs-gladbach", 10.0, 40.0),
        // Words and places.
        ("aufmerksamkeit", 5.0, 20.0),
        ("puheenjohtaja", 5.0, 20.0),
        ("oppmerksomhet", 5.0, 20.0),
        ("najważniejszych", 5.0, 20.0),
        ("augsburg", 5.0, 20.0),
        ("hochfeld", 5.0, 20.0),
        // Phrases in a script that no generator draws.
        ("ישיבת-מתמטיקה-יום-שני", 5.0, 44.9),
        ("เรียนคณิตศาสตร์วันอังคาร", 5.0, 44.9),
        ("MGV-Syrau", 5.0, 44.9),
        // Tickets, courses, documents.
        ("RITM9739838", 10.0, 35.0),
        ("PSYC4739-032", 10.0, 44.9),
        ("CVE-2024-12345", 5.0, 32.0),
        ("arXiv-2403.12345", 5.0, 44.9),
        ("9783161484100", 10.0, 44.9),
        // Names of machines.
        ("kcet-helper-12-7-1718000000", 20.0, 52.0),
        ("spanish-class-3fa9c1d2-2026-07-15", 32.0, 56.0),
    ] {
        let bits = bits(name);
        assert!((least..=most).contains(&bits), "{name}: {bits:.1}, and not {least} to {most}");
    }
}

#[test]
fn what_people_say_is_not_called_strong() {
    for name in [
        "annual-general-meeting-of-the-tenants",
        "interview-senior-backend-engineer-jane-doe",
        "hahahahahahalol",
        "jfklsdjfklsdjf",
        "alfreds-19th-birthday-party",
        "hochzeitsplanung-anna-und-max",
        "ortsverein-spd-neukoelln",
        "conseil-d-administration-association-les-amis-du-parc",
        "groupe-de-parole-les-hirondelles",
        "misa-dominical-parroquia-san-jose",
        "clase-de-yoga-con-maria",
        "defesa-de-mestrado-joao-silva",
        "reuniao-de-condominio-edificio-sol",
        "lezione-di-pianoforte-con-marco",
        "sharma-ji-ki-shaadi",
        "ประชุมผู้ปกครอง",
        "김선생님수학과외",
        "上海分公司年度总结会议",
        "週次定例ミーティング",
        "ישיבת-ועד-הבית",
        "ծնողական-ժողով",
    ] {
        assert_ne!(assess(name).verdict, Verdict::Strong, "{name}: {:.1}", bits(name));
    }
}

#[test]
fn patterns_are_called_what_they_are() {
    for (name, kind) in [
        ("aaaaaa", Kind::Sequence),
        ("a1b2c3d4", Kind::Sequence),
        ("112233445566", Kind::Sequence),
        ("1qaz2wsx", Kind::Keyboard),
        ("jfklsdjfklsdj", Kind::Repeat),
    ] {
        assert_eq!(assess(name).parts.last().map(|part| part.kind), Some(kind), "{name}");
    }
}

#[test]
fn an_empty_name_has_no_strength() {
    assert_eq!(assess("").bits, Bits::ZERO);
}

#[test]
fn parts_are_in_the_order_of_the_name() {
    let texts: Vec<String> = assess("acme-weekly-7f3k9q2m").parts.into_iter().map(|p| p.text).collect();
    assert_eq!(texts.last().map(String::as_str), Some("7f3k9q2m"));
    assert!(texts.contains(&"weekly".to_owned()));
}

#[test]
fn ten_thousand_characters_of_any_kind_are_judged() {
    for piece in ["a", "a1", "-", "word-", "🤯", "ab1c-", "é", "会", "0", "january", "2025-"] {
        let name: String = piece.chars().cycle().take(10_000).collect();
        assert!(bits(&name).is_finite());
        assert!(bits(&format!("{name}x7")).is_finite());
    }
}

#[test]
fn a_random_token_adds_what_it_is_worth_to_any_name() {
    for name in [
        "standup",
        "a",
        "🤯🤯",
        "amber-trumpet-lagoon-visor-clinic",
        "SpecificRosesEstablishAllegedly",
        "b91d83db-7cdc-4fbd-9cc7-dc4a2fa7d87a",
        "moderated/faf57089abb075e1133167ba9129db0f31ee7d315de64ad5e9e152aabd2276f7",
        "bWVldGluZw",
        "abcabcabc",
        "x-k7x2m9qa",
        "2025-01-19",
        "%st%st/|//|/",
        "Tq-7x2mx2mzkémostd4d-",
        "Tq7x2mx2mzkmostd4d-",
    ] {
        // A token that the name has already is said again.
        for token in ["k7x2m9qa", "0xq3v7zr", "9b2kd0wm"].into_iter().filter(|token| !name.contains(token)) {
            let more = bits(&format!("{name}-{token}")) - bits(name);
            assert!(more >= 35.0, "{name}-{token}: {more:.1} more");
        }
    }
}

proptest! {
    #[test]
    fn any_string_gets_an_answer_that_holds_together(name in "\\PC{0,60}") {
        let assessment = assess(&name);
        prop_assert!(assessment.bits.get().is_finite());
        prop_assert_eq!(assessment.verdict, Verdict::of(assessment.bits));
        prop_assert_eq!(assess(&name), assessment);
    }

    #[test]
    fn names_of_pieces_of_every_kind_get_an_answer(
        pieces in prop::collection::vec("standup|2025|-|_|q3|kw12|7a|januar|abc|qwer|\\.|w3b|x{1,5}|[a-z]{1,9}|[0-9]{1,9}|é|会议|🤯|12:30|t", 0..12),
    ) {
        prop_assert!(bits(&pieces.concat()).is_finite());
    }

    #[test]
    fn a_word_before_many_digits_is_no_reason_to_panic(
        word in "w|kw|week|q|h|semaine|[a-z]{1,4}", separator in "[-_. ]?", digits in "[0-9]{0,40}",
    ) {
        prop_assert!(bits(&[word, separator, digits].concat()).is_finite());
    }

    #[test]
    fn case_is_no_secret(name in "[a-zA-Z0-9_.-]{0,24}") {
        prop_assert_eq!(assess(&name), assess(&name.to_uppercase()));
    }

    #[test]
    fn a_name_never_costs_more_than_its_characters_drawn_at_random(name in "[a-z]{1,16}") {
        prop_assert!(bits(&name) <= 26_f64.log2() * name.len() as f64 + 4.0);
    }
}
