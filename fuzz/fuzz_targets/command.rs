// The command is a program: its files with parsers are taken in here, for the targets of these.

#[path = "../../xtask/src/corrections.rs"]
mod corrections;
#[path = "../../xtask/src/fuzz.rs"]
mod fuzz;
#[path = "../../xtask/src/includes.rs"]
mod includes;
#[path = "../../xtask/src/origin.rs"]
mod origin;
#[path = "../../xtask/src/paths.rs"]
mod paths;
#[path = "../../xtask/src/settings/mod.rs"]
mod settings;
#[path = "../../xtask/src/settled.rs"]
mod settled;
