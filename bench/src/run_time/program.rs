//! Decodes, encodes and builds requests in turn with each crate, and prints what one turn took of the thread's time.

use std::hint::black_box;

use cpu_time::ThreadTime;
use serde::Serialize;
use serde::de::DeserializeOwned;

const OBJECTS: u64 = 100;
const ROUNDS: usize = 400;

fn main() {
    let orders: [(&str, fn(u64, &mut Vec<Member>)); 3] =
        [("documented", |_, _| {}), ("alphabetical", |_, members| members.sort()), ("random", shuffle)];
    for (order, arrange) in orders {
        let known = list(arrange, 0);
        compare(
            &format!("decode-{order}"),
            || decode::<table::parcel::Parcel>(&known),
            || decode::<derive::parcel::Parcel>(&known),
        );
        let unknown = list(arrange, 6);
        compare(
            &format!("decode-unknown-{order}"),
            || decode::<table::parcel::Parcel>(&unknown),
            || decode::<flatten::parcel::Parcel>(&unknown),
        );
    }
    let known = list(|_, _| {}, 0);
    let ours: Vec<table::parcel::Parcel> = serde_json::from_str(&known).unwrap();
    let theirs: Vec<derive::parcel::Parcel> = serde_json::from_str(&known).unwrap();
    assert_eq!(serde_json::to_string(&ours).unwrap(), serde_json::to_string(&theirs).unwrap());
    compare("encode", || encode(&ours), || encode(&theirs));
    compare("request", || many(request), || many(bare_request));
}

/// Lets ours and the yardstick take turns, each first every other time.
fn compare(name: &str, ours: impl Fn(), theirs: impl Fn()) {
    let time = |work: &dyn Fn()| {
        let start = ThreadTime::now();
        work();
        start.elapsed().as_secs_f64() * 1e6
    };
    for round in 0..ROUNDS {
        let (first, second): (&dyn Fn(), &dyn Fn()) = if round % 2 == 0 { (&ours, &theirs) } else { (&theirs, &ours) };
        let (first, second) = (time(first), time(second));
        let (ours, theirs) = if round % 2 == 0 { (first, second) } else { (second, first) };
        // The first rounds fill the caches.
        if round >= ROUNDS / 10 {
            println!("{name} {ours} {theirs}");
        }
    }
}

fn decode<T: DeserializeOwned>(text: &str) {
    let value: Vec<T> = serde_json::from_str(black_box(text)).unwrap();
    black_box(&value);
}

fn encode<T: Serialize>(value: &[T]) {
    black_box(serde_json::to_vec(black_box(value)).unwrap());
}

fn many(build: impl Fn() -> http::Request<Vec<u8>>) {
    for _ in 0..1000 {
        black_box(build());
    }
}

const BASE: &str = "https://graph.example.com/v1.0";
const ARGUMENTS: [&str; 2] = ["6f1d7a52-9d3e-4c77-8a11-0b6d5e0c9f21", "AAMkAGI2THVSAAA-_3.7~x"];

fn request() -> http::Request<Vec<u8>> {
    let [depot, parcel] = black_box(ARGUMENTS);
    table::parcel::get(depot, parcel).to_http(black_box(BASE)).unwrap()
}

/// The code of a programmer who knows that the arguments do not need encoding.
fn bare_request() -> http::Request<Vec<u8>> {
    let [depot, parcel] = black_box(ARGUMENTS);
    http::Request::builder()
        .method("GET")
        .uri(format!("{}/depots/{depot}/parcels/{parcel}", black_box(BASE)))
        .header("accept", "application/json")
        .body(Vec::new())
        .unwrap()
}

type Member = (String, String);

/// Objects with all properties, in some order, and so many that the type does not know.
fn list(arrange: impl Fn(u64, &mut Vec<Member>), unknown: usize) -> String {
    let objects = (0..OBJECTS).map(|number| {
        let mut members = members(number);
        members.extend((0..unknown).map(|index| (format!("custom_Attribute{index}"), format!("\"value {index}\""))));
        arrange(number, &mut members);
        let members: Vec<String> = members.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        format!("{{{}}}", members.join(","))
    });
    format!("[{}]", objects.collect::<Vec<_>>().join(","))
}

fn members(number: u64) -> Vec<Member> {
    let party = |name: &str| format!(r#"{{"address":{{"name":"{name} {number}","mail":"{name}{number}@example.com"}}}}"#);
    let time = |hour: u64| format!(r#""2024-03-{:02}T{hour:02}:15:30Z""#, number % 28 + 1);
    [
        ("id", format!(r#""AAMkAGI2THVSAAA{number:08}NmQ3LTRmOTAtYjA1Ni02ZWJkZTdmY2U0OQBGAAAAAAC""#)),
        ("createdDateTime", time(8)),
        ("lastModifiedDateTime", time(9)),
        ("changeKey", format!(r#""CQAAABYAAAC{number}""#)),
        ("labels", r#"["fragile","red"]"#.to_owned()),
        ("pickedUpDateTime", time(10)),
        ("deliveredDateTime", time(11)),
        ("isInsured", "false".to_owned()),
        ("trackingCode", format!(r#""<{number}.4711.0815@depot.example.com>""#)),
        ("title", format!(r#""Parcel number {number} of the spring season""#)),
        ("summary", r#""Two books, a lamp, and a \"thank you\" card with a long text on it, as people write them for each other at such times of the year.""#.to_owned()),
        ("priority", r#""normal""#.to_owned()),
        ("depotId", r#""AQMkADYAAAIBXQAAAA==""#.to_owned()),
        ("routeId", r#""AAQkAGI2THVSAAAQAKJ5ZW5kIG9mIHJvdXRl""#.to_owned()),
        ("isOpened", "true".to_owned()),
        ("isReturned", "false".to_owned()),
        ("trackingUrl", format!(r#""https://depot.example.com/track?item={number}&lang=en""#)),
        ("weight", (number * 37).to_string()),
        ("note", r#"{"contentType":"html","content":"<html><body><p>Please ring twice, then leave it with the neighbours.</p></body></html>"}"#.to_owned()),
        ("sender", party("Adele")),
        ("payer", party("Alex")),
        ("recipients", format!("[{},{}]", party("Megan"), party("Diego"))),
        ("witnesses", format!("[{}]", party("Lee"))),
        ("state", r#"{"name":"underway"}"#.to_owned()),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

/// Another order for each number, the same in every run.
fn shuffle(number: u64, members: &mut Vec<Member>) {
    let mut state = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for last in (1..members.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        members.swap(last, (state % (last as u64 + 1)) as usize);
    }
}
