// biome-ignore lint/suspicious/noDeprecatedImports: only its form with three arguments is deprecated
import { render } from "preact";
import { Page } from "./app/page.js";
import "./styles/all.css";

const root = document.getElementById("page");
if (root) render(<Page />, root);
