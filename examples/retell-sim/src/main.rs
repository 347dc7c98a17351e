//! A simulator of Retell AI as a program.

fn main() {}
