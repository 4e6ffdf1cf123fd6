// What a warning costs at least: a banner that is always the same, in the top layer, in a closed shadow root.

globalThis.showBanner = (text) => {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "closed" });
  const sheet = document.createElement("style");
  sheet.textContent =
    "p { inset: 0 0 auto; margin: 12px auto; padding: 16px; width: 600px; background: #fff }";
  const banner = document.createElement("p");
  banner.popover = "manual";
  banner.textContent = text;
  root.append(sheet, banner);
  document.documentElement.append(host);
  banner.showPopover();
};
