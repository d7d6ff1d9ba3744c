//! Permissions as data.

use crate::support::Permissions;

const SEND: Permissions = Permissions(
    "
    Delegated (work or school account): Mail.Send, Mail.ReadWrite
    Delegated (personal: not a school) account):
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
