//! Objects by the type that they say they are of.

use crate::match_type;
use crate::sample::{Line, Payment};
use crate::support::{Error, Model};

fn kind_and_text(payment: &Payment) -> String {
    match_type!(payment;
        line: Line => format!("line {}", line.text.unwrap_or_default()),
        payment: Payment => format!("payment {}", payment.comment.unwrap_or_default()),
        _ => "another".to_owned(),
    )
}

fn read(json: &str) -> Payment {
    Payment::from_json(json.as_bytes()).unwrap()
}

#[test]
fn an_object_is_what_it_says() {
    let line = read(r##"{"@odata.type":"#sample.line","text":"t"}"##);
    assert!(line.is::<Line>() && !line.is::<Payment>());
    assert_eq!(line.downcast::<Line>().unwrap().text.as_deref(), Some("t"));
    assert_eq!(line.downcast::<Payment>(), None);
    assert_eq!(kind_and_text(&line), "line t");
    assert_eq!(kind_and_text(&read(r##"{"@odata.type":"#Sample.Payment","comment":"c"}"##)), "payment c");
    assert_eq!(kind_and_text(&read(r##"{"@odata.type":"#sample.other"}"##)), "another");
    // One that says nothing is what it is taken for.
    assert_eq!(kind_and_text(&read(r#"{"comment":"c"}"#)), "payment c");
}

#[test]
fn arms_may_leave_the_function() {
    fn text(payment: &Payment) -> Result<String, Error> {
        Ok(match_type!(payment;
            line: Line => String::from_utf8(line.to_json()?).unwrap_or_default(),
            _ => return Ok("none".to_owned()),
        ))
    }
    assert_eq!(text(&Payment::default()).unwrap(), "none");
    assert!(text(&read(r##"{"@odata.type":"#sample.line"}"##)).unwrap().contains("sample.line"));
}
