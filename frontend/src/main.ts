import { mount } from "svelte";
import App from "./App.svelte";
import { openDoor } from "./desk/door";
import { Session } from "./desk/session.svelte";
import { Guide } from "./help/guide.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/sheet.css";
import { firstTheme, recall, wear } from "./styles/theme";
import { guess } from "./words/words.svelte";

guess(navigator.languages);
wear(firstTheme());

const door = openDoor();
const session = new Session(door);
const guide = new Guide(door, session);
const target = document.getElementById("page");
if (target) mount(App, { target, props: { session, guide } });

void session.begin(recall("language")).then(() => {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      session.ready();
    });
  });
});
