// The entry of resend.js, which only pages have that hold a form.
export {};
