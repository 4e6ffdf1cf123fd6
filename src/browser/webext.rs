//! The extension API, as far as it is used.
//!
//! Both browsers offer it as `chrome` with promises to extensions of manifest version 3.

use js_sys::{Array, Function, Number, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getMessage)]
    pub(super) fn get_message(key: &str, gaps: Array) -> String;

    /// The language that the browser itself speaks, as a BCP 47 tag.
    #[wasm_bindgen(js_namespace = ["chrome", "i18n"], js_name = getUILanguage)]
    pub(super) fn ui_language() -> String;

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "runtime"], js_name = id)]
    pub(super) static OWN_ID: String;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    pub(super) fn url_of(path: &str) -> String;

    /// Asks the background.
    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    pub(super) fn send(message: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getManifest)]
    pub(super) fn manifest() -> JsValue;

    /// Fails where the browser has no keys, as on a phone.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "commands"], js_name = getAll)]
    pub(super) fn all_commands() -> Result<Promise, JsValue>;

    /// Fails where it is not Firefox's.
    #[wasm_bindgen(catch, js_namespace = ["chrome", "commands"], js_name = openShortcutSettings)]
    pub(super) fn open_shortcut_settings() -> Result<Promise, JsValue>;

    /// The extension API itself.
    #[wasm_bindgen(thread_local_v2, js_name = chrome)]
    static CHROME: JsValue;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeText)]
    pub(super) fn set_badge_text(details: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setBadgeBackgroundColor)]
    pub(super) fn set_badge_background_color(details: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setIcon)]
    pub(super) fn set_icon(details: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "action"], js_name = setTitle)]
    pub(super) fn set_title(details: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = query)]
    pub(super) fn query_tabs(query: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = create)]
    pub(super) fn create_tab(properties: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = sendMessage)]
    pub(super) fn send_to_frame(tab: i32, message: &JsValue, frame: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = update)]
    pub(super) fn update_tab(tab: i32, properties: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = remove)]
    pub(super) fn remove_tab(tab: i32) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "tabs"], js_name = goBack)]
    pub(super) fn go_back(tab: i32) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = request)]
    pub(super) fn request_permissions(permissions: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = remove)]
    pub(super) fn remove_permissions(permissions: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "permissions"], js_name = contains)]
    pub(super) fn has_permissions(permissions: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = getRegisteredContentScripts)]
    pub(super) fn registered_content_scripts() -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = registerContentScripts)]
    pub(super) fn register_content_scripts(scripts: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = unregisterContentScripts)]
    pub(super) fn unregister_content_scripts(filter: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["chrome", "scripting"], js_name = executeScript)]
    pub(super) fn execute_script(injection: &JsValue) -> Promise;

    /// One of the browser's storage areas.
    pub(super) type StorageArea;

    #[wasm_bindgen(method)]
    pub(super) fn get(this: &StorageArea, keys: &JsValue) -> Promise;

    #[wasm_bindgen(method)]
    pub(super) fn set(this: &StorageArea, items: &Object) -> Promise;

    #[wasm_bindgen(method)]
    pub(super) fn remove(this: &StorageArea, key: &str) -> Promise;

    #[wasm_bindgen(method)]
    pub(super) fn clear(this: &StorageArea) -> Promise;

    /// `act` is given the changes and the name of the area.
    #[wasm_bindgen(js_namespace = ["chrome", "storage", "onChanged"], js_name = addListener)]
    pub(super) fn on_stored(act: &Function);

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = managed)]
    pub(super) static MANAGED: StorageArea;

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = local)]
    pub(super) static LOCAL: StorageArea;

    #[wasm_bindgen(thread_local_v2, js_namespace = ["chrome", "storage"], js_name = session)]
    pub(super) static SESSION: StorageArea;
}

#[wasm_bindgen]
extern "C" {
    /// Of pages and of service workers alike.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(act: &Function, milliseconds: i32);

    /// Waits until no other page of the extension holds the lock `name`, then calls `act` and holds the lock until the
    /// promise that `act` returns is fulfilled. This is the Web Locks API, which `web-sys` calls unstable.
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request)]
    pub(super) fn request_lock(name: &str, options: &Object, act: &Function) -> Promise;

    /// A signal that aborts what it is given to after this many milliseconds.
    #[wasm_bindgen(js_namespace = AbortSignal, js_name = timeout)]
    pub(super) fn signal_after(milliseconds: f64) -> JsValue;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<String, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type ListFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str) -> Result<ListFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, all: &Array) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &JsValue) -> Result<NumberFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;
}

/// A list of `all` of these, as the language with this BCP 47 code writes it: with an "and" before the last.
pub(super) fn listed(language: &str, all: &[String]) -> Result<String, JsValue> {
    let all: Array = all.iter().map(|one| JsValue::from(one.as_str())).collect();
    Ok(ListFormat::new(language)?.format(&all))
}

/// `number` cut to one decimal and not rounded, as the language with this BCP 47 code writes it.
pub(super) fn cut_to_a_decimal(language: &str, number: f64) -> Result<String, JsValue> {
    let options = object(&[("maximumFractionDigits", 1.into()), ("roundingMode", "trunc".into())]);
    Ok(NumberFormat::new(language, &options)?.format(number))
}

/// Whether the browser has this part of the extension API: not every one does on a phone.
pub(super) fn has(part: &str) -> bool {
    CHROME.with(|chrome| field(chrome, part).is_object())
}

/// Whether this is Firefox: by the address of the extension, which no setting changes.
pub(super) fn is_firefox() -> bool {
    url_of("").starts_with("moz-extension:")
}

/// The name of the language `code`, in the language `shown_in`; both are BCP 47 codes.
pub(super) fn language_name(shown_in: &str, code: &str) -> Result<String, JsValue> {
    DisplayNames::new(shown_in, &object(&[("type", "language".into())]))?.of(code)
}

/// A promise that is fulfilled with nothing after this time, in milliseconds.
pub(super) fn after(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, _| set_timeout(&resolve, milliseconds))
}

/// An object with these `fields`.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Only what is frozen or has setters can refuse.
        Reflect::set(&object, &(*name).into(), value).ok();
    }
    object
}

/// The texts as an array.
pub(super) fn array<T: AsRef<str>>(texts: &[T]) -> JsValue {
    texts.iter().map(|text| JsValue::from(text.as_ref())).collect::<Array>().into()
}

/// What `object` has under `name`; undefined where it has nothing, or is no object.
pub(super) fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// The whole number that `value` is.
pub(super) fn whole(value: &JsValue) -> Option<i64> {
    // Beyond 2^53 a number of JavaScript is not exact anyway; the ids that browsers give are far below.
    #[expect(clippy::cast_possible_truncation)]
    Number::is_integer(value).then(|| value.as_f64().map(|number| number as i64))?
}

/// The id of a tab that the browser describes.
pub(super) fn tab_id(tab: &JsValue) -> Option<i32> {
    whole(&field(tab, "id"))?.try_into().ok()
}
