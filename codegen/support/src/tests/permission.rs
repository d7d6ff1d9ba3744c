//! Permissions as data.

use crate::support::Permissions;

const SEND: Permissions = Permissions(
    "
    Delegated (work or school account): Mail.Send, Mail.ReadWrite
    Delegated (personal: not a school) account): not supported
    Application: Mail.Send
",
);

#[test]
fn each_kind_of_caller_has_its_own() {
    let all: Vec<(&str, Vec<&str>)> =
        SEND.iter().map(|permission| (permission.caller, permission.names().collect())).collect();
    assert_eq!(
        all,
        [
            ("Delegated (work or school account)", vec!["Mail.Send", "Mail.ReadWrite"]),
            ("Delegated (personal: not a school) account)", vec![]),
            ("Application", vec!["Mail.Send"]),
        ]
    );
    assert_eq!(SEND.of("Application").unwrap().names().next(), Some("Mail.Send"));
    assert_eq!(SEND.of("application"), None);
}

#[test]
fn permissions_that_are_needed_together_are_a_set() {
    let lend = Permissions("\n    Application: Loan.Write and Reader.Read, Desk.All\n");
    let needed = lend.of("Application").unwrap();
    let sets: Vec<Vec<&str>> = needed.sets().map(Iterator::collect).collect();
    assert_eq!(sets, [vec!["Loan.Write", "Reader.Read"], vec!["Desk.All"]]);
    assert_eq!(needed.names().collect::<Vec<_>>(), ["Desk.All"]);
}
