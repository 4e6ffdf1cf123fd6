//! The software bill of materials: what the packages are made of, as CycloneDX, for programs to read.
//!
//! Without a serial number and the time, so that the same sources give the same bytes.

use std::fs;
use std::str::FromStr as _;

use anyhow::{Context, anyhow, bail};
use cyclonedx_bom::external_models::spdx::SpdxExpression;
use cyclonedx_bom::external_models::uri::{Purl, Uri};
use cyclonedx_bom::models::component::{Classification, Component, Components};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::external_reference::{
    ExternalReference, ExternalReferenceType, ExternalReferences,
};
use cyclonedx_bom::models::hash::{Hash, HashAlgorithm, HashValue, Hashes};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::models::metadata::Metadata;
use cyclonedx_bom::prelude::{Bom, NormalizedString, SpecVersion, Validate as _};

use crate::crates::{self, Shipped};
use crate::tools::rust;
use crate::workspace::Workspace;
use guessable_lab::lexicon::sources::{SOURCES, Source};
use guessable_lab::package::{Package, Registry};

/// The specification's version.
const VERSION: SpecVersion = SpecVersion::V1_5;

/// The bill, in JSON.
///
/// # Errors
///
/// When cargo fails, a licence cannot be read, or what comes out is not valid.
pub(crate) fn bill(workspace: &Workspace) -> anyhow::Result<Vec<u8>> {
    let sums = Sums::read(workspace)?;
    let shipped = crates::shipped(workspace)?;
    let crates =
        shipped.iter().map(|shipped| of_crate(shipped, &sums)).collect::<anyhow::Result<Vec<_>>>()?;
    let mut others = vec![library_of_rust(workspace)?, confusables()];
    for source in SOURCES {
        others.push(data(source)?);
    }

    let mut dependencies = Vec::new();
    for (component, shipped) in crates.iter().zip(&shipped) {
        let used = shipped.uses.iter().filter_map(|&used| crates.get(used));
        dependencies.push(Dependency {
            dependency_ref: reference(component),
            dependencies: used.map(reference).collect(),
        });
    }
    let mut crates = crates.into_iter();
    let (product, uses) = (crates.next().zip(dependencies.first_mut())).context("nothing is shipped")?;
    uses.dependencies.extend(others.iter().map(reference));
    dependencies.extend(
        others.iter().map(|other| Dependency { dependency_ref: reference(other), dependencies: Vec::new() }),
    );
    written(&Bom {
        spec_version: VERSION,
        serial_number: None,
        metadata: Some(Metadata { component: Some(product), ..Metadata::default() }),
        components: Some(Components(crates.chain(others).collect())),
        dependencies: Some(Dependencies(dependencies)),
        ..Bom::default()
    })
}

fn written(bill: &Bom) -> anyhow::Result<Vec<u8>> {
    let validity = bill.validate_version(VERSION);
    if !validity.passed() {
        bail!("the bill of materials is not valid: {:?}", validity.errors().collect::<Vec<_>>());
    }
    let mut json = Vec::new();
    bill.clone().output_as_json(&mut json, VERSION)?;
    json.push(b'\n');
    Ok(json)
}

/// What other parts of the bill call a component.
fn reference(component: &Component) -> String {
    component.bom_ref.clone().unwrap_or_default()
}

/// A crate whose code is in the wasm; the product itself is one.
fn of_crate(shipped: &Shipped, sums: &Sums) -> anyhow::Result<Component> {
    let package = &shipped.package;
    let version = package.version.to_string();
    let kind = if shipped.package.name == "hushroom" {
        Classification::Application
    } else {
        Classification::Library
    };
    let purl =
        Purl::new("cargo", &package.name, &version).map_err(|error| anyhow!("{}: {error}", package.name))?;
    let mut component = Component::new(kind, &package.name, &version, Some(purl.to_string()));
    component.description = package.description.as_deref().map(NormalizedString::new);
    let licence =
        package.license.as_deref().with_context(|| format!("{} states no licence", package.name))?;
    component.licenses = Some(licences(licence)?);
    if !shipped.is_ours() {
        component.hashes = Some(sha256(sums.of(&package.name, &version)?));
        component.purl = Some(purl);
    }
    component.external_references = package.repository.as_deref().map(|url| {
        ExternalReferences(vec![ExternalReference::new(ExternalReferenceType::Vcs, Uri::new(url))])
    });
    Ok(component)
}

/// Rust's standard library, which rustup brings and cargo does not know.
fn library_of_rust(workspace: &Workspace) -> anyhow::Result<Component> {
    let version = rust::version(workspace.root())?;
    let reference = format!("rust-std@{version}");
    let mut component = Component::new(Classification::Library, "rust-std", &version, Some(reference));
    component.licenses = Some(licences("MIT OR Apache-2.0")?);
    Ok(component)
}

/// Where `src/warning/confusables.tsv` is from.
fn confusables() -> Component {
    let name = "confusables.txt";
    let mut component = Component::new(Classification::Data, name, "", Some(name.to_owned()));
    component.version = None;
    component.publisher = Some(NormalizedString::new("Unicode, Inc."));
    component.licenses = Some(Licenses(vec![LicenseChoice::expression("Unicode-3.0")]));
    component
}

/// A package that words of the lexicon are from.
fn data(source: &Source) -> anyhow::Result<Component> {
    let Package { name, version, registry, sha256: sum, .. } = source.package;
    let purl = match registry {
        Registry::PyPi => format!("pkg:pypi/{name}@{version}"),
        Registry::Npm => format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
    };
    let mut component = Component::new(Classification::Data, name, version, Some(purl.clone()));
    component.purl = Purl::from_str(&purl).ok();
    component.description = Some(NormalizedString::new(source.taken));
    component.copyright = Some(NormalizedString::new(source.owner));
    component.licenses = Some(licences(source.licence)?);
    component.hashes = Some(sha256(sum.to_owned()));
    Ok(component)
}

/// An expression as SPDX writes it, also of crates that state theirs with a `/`.
fn licences(stated: &str) -> anyhow::Result<Licenses> {
    let expression =
        SpdxExpression::parse_lax(stated.to_owned()).map_err(|error| anyhow!("{stated}: {error}"))?;
    Ok(Licenses(vec![LicenseChoice::Expression(expression)]))
}

fn sha256(sum: String) -> Hashes {
    Hashes(vec![Hash { alg: HashAlgorithm::SHA_256, content: HashValue(sum) }])
}

/// The checksums of `Cargo.lock`.
struct Sums(toml::Table);

impl Sums {
    fn read(workspace: &Workspace) -> anyhow::Result<Self> {
        Ok(Self(fs::read_to_string(workspace.root().join("Cargo.lock"))?.parse()?))
    }

    /// The SHA-256 of the crate as the registry has it.
    fn of(&self, name: &str, version: &str) -> anyhow::Result<String> {
        let packages = self.0.get("package").and_then(toml::Value::as_array);
        let text = |package: &toml::Value, key: &str| Some(package.get(key)?.as_str()?.to_owned());
        packages
            .into_iter()
            .flatten()
            .find(|package| {
                text(package, "name").as_deref() == Some(name)
                    && text(package, "version").as_deref() == Some(version)
            })
            .and_then(|package| text(package, "checksum"))
            .with_context(|| format!("Cargo.lock has no checksum of {name} {version}"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn made() -> Value {
        serde_json::from_slice(&bill(&Workspace::find().unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn every_crate_that_is_shipped_and_all_data_is_on_the_bill() {
        let bill = made();
        assert_eq!(bill["metadata"]["component"]["name"], "hushroom");
        let all =
            |key| bill["components"].as_array().unwrap().iter().map(|part| &part[key]).collect::<Vec<_>>();
        let (names, purls) = (all("bom-ref"), all("purl"));
        for shipped in crates::shipped(&Workspace::find().unwrap()).unwrap().iter().skip(1) {
            let purl = format!("pkg:cargo/{}@{}", shipped.package.name, shipped.package.version);
            assert!(names.contains(&&Value::from(purl.clone())), "{purl}");
            assert_eq!(purls.contains(&&Value::from(purl)), !shipped.is_ours(), "only what a registry has");
        }
        assert!(purls.contains(&&Value::from("pkg:npm/%40jitsi/js-utils@12.0.5")));
        assert!(purls.contains(&&Value::from("pkg:pypi/wordfreq@3.1.1")));
    }

    #[test]
    fn of_data_the_bill_says_apart_whose_it_is_and_under_what() {
        let bill = made();
        let parts = bill["components"].as_array().unwrap();
        let dates = parts.iter().find(|part| part["name"] == "cldr-dates-full").unwrap();
        assert_eq!(dates["copyright"], "Unicode, Inc.");
        assert_eq!(dates["licenses"][0]["expression"], "Unicode-3.0");
    }

    #[test]
    fn whatever_depends_or_is_depended_on_is_on_the_bill() {
        let bill = made();
        let mut known: Vec<_> =
            bill["components"].as_array().unwrap().iter().map(|part| &part["bom-ref"]).collect();
        known.push(&bill["metadata"]["component"]["bom-ref"]);
        let dependencies = bill["dependencies"].as_array().unwrap();
        assert_eq!(dependencies.len(), known.len());
        for dependency in dependencies {
            let named = dependency["dependsOn"].as_array().into_iter().flatten();
            for name in named.chain([&dependency["ref"]]) {
                assert!(known.contains(&name), "{name}");
            }
        }
    }

    #[test]
    fn nothing_of_the_clock_or_of_chance_is_on_the_bill() {
        let bill = made();
        assert_eq!(bill["serialNumber"], Value::Null);
        assert_eq!(bill["metadata"]["timestamp"], Value::Null);
        assert_eq!(bill, made());
    }
}
