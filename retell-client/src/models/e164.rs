//! Telephone numbers in E.164.

use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

/// A telephone number in E.164: `+`, then 2 to 15 digits, the first not 0.
///
/// Checked when made, so a bad number never reaches Retell; one that was written before is read as it is. It has no `Display`, and `Debug` hides it: a number is
/// personal data and must be asked for with [`PhoneNumber::as_str`].
///
/// ```
/// use retell_client::models::PhoneNumber;
///
/// let number: PhoneNumber = "+14155550123".parse()?;
/// assert_eq!(number.as_str(), "+14155550123");
/// assert!("415-555-0123".parse::<PhoneNumber>().is_err());
/// # Ok::<(), retell_client::models::PhoneNumberError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Checks and wraps a number. Nothing is guessed or cleaned up.
    ///
    /// # Errors
    ///
    /// Says which part of the form is wrong and what to write instead, without repeating the number.
    pub fn new(number: impl Into<String>) -> Result<Self, PhoneNumberError> {
        let number = number.into();
        let Some(digits) = number.strip_prefix('+') else {
            return Err(PhoneNumberError::NoPlus);
        };
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(PhoneNumberError::NotDigits);
        }
        if digits.starts_with('0') {
            return Err(PhoneNumberError::LeadingZero);
        }
        if !(2..=15).contains(&digits.len()) {
            return Err(PhoneNumberError::Length);
        }
        Ok(Self(number))
    }

    /// A SIP address, a short code or anything else that is no E.164 number, taken as it is. Custom telephony only; say
    /// so with `ignore_e164_validation` where the request has it.
    pub fn unchecked(number: impl Into<String>) -> Self {
        Self(number.into())
    }

    /// The number, `+` included.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is wrong with a number; the number itself is not repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PhoneNumberError {
    /// No `+` at the start.
    #[error("a phone number must start with + and the country code, such as +14155550123")]
    NoPlus,
    /// Blanks, dashes, letters.
    #[error("a phone number may hold only digits after the +; remove blanks, dashes and brackets")]
    NotDigits,
    /// A 0 after the `+`.
    #[error("a phone number must have its country code after the +; country codes do not start with 0")]
    LeadingZero,
    /// Too short or too long.
    #[error("a phone number must have 2 to 15 digits after the +")]
    Length,
}

impl FromStr for PhoneNumber {
    type Err = PhoneNumberError;

    fn from_str(number: &str) -> Result<Self, Self::Err> {
        Self::new(number)
    }
}

impl TryFrom<&str> for PhoneNumber {
    type Error = PhoneNumberError;

    fn try_from(number: &str) -> Result<Self, Self::Error> {
        Self::new(number)
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = PhoneNumberError;

    fn try_from(number: String) -> Result<Self, Self::Error> {
        Self::new(number)
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> Self {
        number.0
    }
}

impl std::fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PhoneNumber(..)")
    }
}

impl<'de> Deserialize<'de> for PhoneNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_checked() {
        for good in ["+12", "+14155550123", "+123456789012345"] {
            assert_eq!(PhoneNumber::new(good).unwrap().as_str(), good);
        }
        for (bad, error) in [
            ("", PhoneNumberError::NoPlus),
            ("14155550123", PhoneNumberError::NoPlus),
            (" +14155550123", PhoneNumberError::NoPlus),
            ("+1 415 555 0123", PhoneNumberError::NotDigits),
            ("+١٢٣", PhoneNumberError::NotDigits),
            ("+0123", PhoneNumberError::LeadingZero),
            ("+", PhoneNumberError::Length),
            ("+1", PhoneNumberError::Length),
            ("+1234567890123456", PhoneNumberError::Length),
        ] {
            assert_eq!(PhoneNumber::new(bad), Err(error), "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn exactly_e164_is_taken(good in r"\+[1-9][0-9]{1,14}", any in ".{0,20}") {
            proptest::prop_assert!(PhoneNumber::new(good).is_ok());
            if let Ok(number) = PhoneNumber::new(any.clone()) {
                proptest::prop_assert_eq!(number.as_str(), any);
            }
        }
    }

    #[test]
    fn neither_debug_nor_errors_repeat_it() {
        let number = PhoneNumber::new("+14155550123").unwrap();
        assert!(!format!("{number:?}").contains("0123"));
        let error = PhoneNumber::new("415-555-9876").unwrap_err();
        assert!(!error.to_string().contains("9876"));
    }

    #[test]
    fn what_is_no_e164_number_is_taken_when_said_so_and_read_back() {
        let number = PhoneNumber::unchecked("sip:desk@example.com");
        let json = serde_json::to_string(&number).unwrap();
        assert_eq!(serde_json::from_str::<PhoneNumber>(&json).unwrap(), number);
    }
}
