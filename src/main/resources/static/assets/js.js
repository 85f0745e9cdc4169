// Tells the style sheet that scripts run. Loaded before the body so that nothing jumps.
document.documentElement.classList.add('js');
