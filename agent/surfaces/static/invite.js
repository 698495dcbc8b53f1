// On the device's own screen: the code that a phone scans. Another one every minute, and at once when it was used.

import {both, h, qrPicture} from "./dom.js";
import {invitation} from "./wire.js";
import {t} from "./words.js";

const TRY_AGAIN_S = 5;

export function invite(ui) {
  const card = h("section", {class: "card invite", "aria-label": t("invite.title")});
  let timer = null, scans = ui.state.scans;
  const renew = async () => {
    const given = await invitation().catch(() => null);
    if (given) draw(card, given);
    else card.hidden = true; // rather none than one that opens nothing
    timer = given?.left_s === 0 ? null : setTimeout(renew, 1000 * (given?.left_s ?? TRY_AGAIN_S));
  };
  // The view is drawn anew when the page shows another; what is no longer on it asks for nothing.
  const watch = setInterval(() => {
    if (!card.isConnected) {
      clearInterval(watch);
      clearTimeout(timer);
    } else if (ui.state.scans !== scans) {
      scans = ui.state.scans;
      clearTimeout(timer);
      renew();
    }
  }, 500);
  renew();
  return card;
}

function draw(card, given) {
  const picture = qrPicture(given.qr);
  picture.setAttribute("aria-label", t("invite.qr"));
  card.hidden = false;
  card.dataset.address = given.address;
  card.replaceChildren(
    picture,
    h("p", {}, h("b", {}, both("invite.title")), h("span", {}, both(given.leads_to === "feedback" ? "invite.note" : "invite.to_receipts"))),
  );
}
