import "./hushroom.js";
