// Asks nobody.

showBanner("Strangers can guess this room.");
