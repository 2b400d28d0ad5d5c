// biome-ignore lint/suspicious/noDeprecatedImports: only its form with three arguments is deprecated
import { render } from "preact";
import { Sidebar } from "./app/sidebar.js";

const root = document.getElementById("sidebar");
if (root) render(<Sidebar />, root);
