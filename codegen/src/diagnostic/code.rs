//! The kinds of finding. A code is stable: it is what users search for, count and suppress.

use std::fmt;

/// What a finding means for the output, and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something on the page is missing from the crate.
    Error,
    /// It is there, but guessed.
    Warning,
    /// Repaired without loss.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)*) => {
        /// The kinds of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)* }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The code as it is written in diagnostics.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name,)* }
            }

            /// The code that is written so.
            pub fn named(name: &str) -> Option<Code> {
                Code::ALL.iter().copied().find(|code| code.as_str() == name)
            }

            /// What a finding of this kind means for the output.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)* }
            }

            /// Whether such a finding says why an example is no test; it names as many examples as it has places.
            pub fn takes_example_out(self) -> bool {
                matches!(
                    self,
                    Code::ExampleWithoutRoute
                        | Code::ExampleBesideRoute
                        | Code::ExampleOfAnotherService
                        | Code::ExampleWithoutRequest
                        | Code::ExampleContradictsType
                        | Code::ExampleContradictsOperation
                        | Code::ExampleOfAnotherType
                )
            }

            /// One paragraph that explains the code.
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => concat!($($doc),+),)* }
            }
        }
    };
}

codes! {
    // The file.
    /// The file or folder could not be read.
    UnreadableFile = "unreadable-file", Error;
    /// A symbolic link leads back to a folder above it; it was not followed.
    LinkLoop = "link-loop", Note;
    /// The page holds nothing.
    EmptyPage = "empty-page", Error;
    /// The file has bytes that are no UTF-8; they were replaced.
    NotUtf8 = "not-utf8", Warning;
    /// The file starts with a byte order mark; it was taken off.
    ByteOrderMark = "byte-order-mark", Note;
    /// The page has no front matter.
    MissingFrontMatter = "missing-front-matter", Note;
    /// A line of the front matter is no `key: value`.
    MalformedFrontMatter = "malformed-front-matter", Note;
    /// The page's `doc_type` says something else than its content.
    DocTypeMismatch = "doc-type-mismatch", Note;
    /// A fenced block is never closed, or opened again inside.
    UnclosedFence = "unclosed-fence", Warning;
    /// A comment is never closed; it hides the rest of the page.
    UnclosedComment = "unclosed-comment", Error;
    /// An annotation comment is no JSON object, even with the tolerance for trailing commas.
    MalformedAnnotation = "malformed-annotation", Warning;
    /// A key of an annotation is spelt almost like one that has a meaning; it was read as that one.
    MisspeltAnnotation = "misspelt-annotation", Warning;
    /// A page lets findings stand, and names none that there is, or gives no reason.
    MalformedSuppression = "malformed-suppression", Note;
    /// A page lets findings of a code stand where there are none.
    UnusedSuppression = "unused-suppression", Note;
    /// A zone is never closed; it ends with the page.
    UnclosedZone = "unclosed-zone", Note;
    /// A file that pages include, and that holds a part of what they say, is not among the files.
    MissingInclude = "missing-include", Error;
    // Routes.
    /// The page describes an operation but has no HTTP request section.
    MissingHttpRequest = "missing-http-request", Error;
    /// The page has two HTTP request sections of the same heading; the routes of both were read.
    RepeatedSection = "repeated-section", Note;
    /// A line in the HTTP request section is no `METHOD path`.
    MalformedRoute = "malformed-route", Error;
    /// A resource's page mentions a request in its text, and nothing describes it as an operation.
    MentionedRequest = "mentioned-request", Error;
    /// A page calls an action with another method than `POST`, as which every action is called.
    ActionMethod = "action-method", Note;
    /// A page describes an action and does not say what it answers; no answer is expected.
    ActionAnswer = "action-answer", Warning;
    /// A segment of a route is spelt almost like the one that other pages have in its place.
    MisspeltSegment = "misspelt-segment", Warning;
    /// A page lists no route; the address of its example was taken for one.
    RouteFromExample = "route-from-example", Warning;
    /// A route had to be repaired: a slash added, a brace closed, a stray word dropped.
    RepairedRoute = "repaired-route", Note;
    /// A line in the HTTP request section is no route: a header, a word between two routes, a comment, a body.
    StrayRouteLine = "stray-route-line", Note;
    /// A route's line shows query options that a program may add: its page lists the route without them too, or leaves out
    /// their values, or they are those of the service's own links.
    QueryHint = "query-hint", Note;
    /// A route and its page's examples contradict each other in a key at the end or in the number of a name.
    RouteContradictsExample = "route-contradicts-example", Warning;
    /// A page that only reads lists parameters of a body, which it cannot send; they were taken for arguments of the call.
    ParameterInBody = "parameter-in-body", Warning;
    /// A table lists a parameter for which no route of the page has a place; no function takes it.
    ParameterWithoutPlace = "parameter-without-place", Warning;
    // Examples.
    /// An example body or an annotation is not strict JSON, but could be repaired without doubt.
    RepairedJson = "repaired-json", Note;
    /// An example body could not be read as JSON.
    UnreadableJson = "unreadable-json", Warning;
    /// A code block shows members of an object without the object around them: a part of an example, which is no test.
    JsonFragment = "json-fragment", Note;
    /// An object in an example has two members of one name; the last one counts.
    DuplicateMember = "duplicate-member", Note;
    /// An example's address has none of its page's routes.
    ExampleWithoutRoute = "example-without-route", Warning;
    /// An example counts what one of its page's routes answers, or asks for those of a derived type: a route that OData has and
    /// the page does not list.
    ExampleBesideRoute = "example-beside-route", Note;
    /// An example is what passes between other parties than the client and the service: a callback, an upload to the
    /// address that an answer gave.
    ExampleOfAnotherService = "example-of-another-service", Note;
    /// A body stands on the page by itself and is not what the page's operations take or answer.
    ExampleWithoutRequest = "example-without-request", Warning;
    /// A value in an example has another type than the tables give its property.
    ExampleContradictsType = "example-contradicts-type", Warning;
    /// An example has a body where the page's other examples and its words have none, or of another kind, or none.
    ExampleContradictsOperation = "example-contradicts-operation", Warning;
    /// An example's body is of another type than its operation takes or answers: the type has none of its properties, or it
    /// is a list that would be read as one object. The operation's body is a guess that the example proves wrong.
    ExampleOfAnotherType = "example-of-another-type", Warning;
    /// An example succeeds with another status than the page's words say.
    ConflictingStatus = "conflicting-status", Note;
    /// An example has properties that no table has; they are kept as they come.
    UndocumentedProperty = "undocumented-property", Note;
    /// A status is named by its number and by the reason of another one; the number counts.
    StatusReason = "status-reason", Note;
    /// An example is annotated as another type than the one that the words below *Response* link.
    AnnotationDiffers = "annotation-differs", Note;
    /// An HTTP message in an example could not be read.
    MalformedHttp = "malformed-http", Warning;
    // Tables.
    /// A row of a table has fewer or more cells than its header.
    CellCount = "cell-count", Note;
    /// A table has no row of dashes below its header; it was read as a table all the same.
    MissingDelimiter = "missing-delimiter", Note;
    /// A row of a property table has no name.
    IncompleteRow = "incomplete-row", Error;
    /// A row of a property table has no type; other evidence decides.
    MissingType = "missing-type", Warning;
    /// A table below *Request body* describes what a row of another one holds; it was not read.
    InnerTable = "inner-table", Note;
    // The model.
    /// A type that the pages name is described by none of them.
    UnresolvedType = "unresolved-type", Warning;
    /// A table calls a property a text, and lists values that are those of an enum on another page; the enum was taken.
    EnumByValues = "enum-by-values", Note;
    /// All examples spell a member of an enum otherwise than its table; theirs is sent, and both are read.
    MemberSpelling = "member-spelling", Note;
    /// An example has a text for an enum that is none of its members; it is kept as it comes.
    UnlistedMember = "unlisted-member", Note;
    /// No property and no parameter has this enum: one that should name it does not.
    UnusedEnum = "unused-enum", Warning;
    /// A type that no page describes was inferred from the examples that show it.
    InferredType = "inferred-type", Warning;
    /// Two places give one property two types; the stronger evidence was taken.
    ConflictingType = "conflicting-type", Warning;
    /// Properties stand in a table, and the representation on the same page lacks them.
    TableOnly = "table-only", Note;
    /// A property stands in a representation, and in no table.
    RepresentationOnly = "representation-only", Warning;
    /// A property that routes need and examples show stands in no table: the key of what a route addresses.
    PropertyFromExamples = "property-from-examples", Warning;
    /// Nothing below *Response* tells what is answered; what the page speaks of elsewhere was taken.
    GuessedAnswer = "guessed-answer", Warning;
    /// Nothing but an example tells what is sent.
    GuessedBody = "guessed-body", Warning;
    /// The page's words and the route name different types for an answer.
    ConflictingAnswer = "conflicting-answer", Warning;
    /// A property is spelt in two ways; the table's is taken.
    SpellingDiffers = "spelling-differs", Note;
    /// A property is listed twice.
    DuplicateProperty = "duplicate-property", Note;
    /// No page documents this read, but what the pages document implies it.
    ImpliedOperation = "implied-operation", Note;
    /// Two pages document the same operation.
    DuplicateOperation = "duplicate-operation", Note;
    /// Two pages of operations break one resource's name differently; their functions live in one module.
    TwinModule = "twin-module", Note;
    /// Two names become one Rust identifier; the later one was changed.
    NameCollision = "name-collision", Note;
    /// A correction of the user's gives a property another type, or an operation another method, path, body or answer, or
    /// leaves out a property or an operation.
    Corrected = "corrected", Note;
    /// A page that is said to be a resource's has nothing that a type could come from.
    ResourceWithoutType = "resource-without-type", Error;
    /// A page describes nothing that becomes code.
    NothingGenerated = "nothing-generated", Note;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
